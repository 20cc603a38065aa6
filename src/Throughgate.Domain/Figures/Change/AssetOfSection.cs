using Throughgate.Domain.Assessments;
using Throughgate.Domain.Returns;

namespace Throughgate.Domain.Figures.Change;

/// <summary>Change in Asset, a measure for each section: the end beside the start, as table I5 has it.</summary>
public static class AssetOfSection
{
    public static IReadOnlyList<Measure> Measures { get; } = [.. Assessment.Sections.Select(Of)];

    /// <summary>Code of the section that a measure is about; null for another measure.</summary>
    public static string? SectionOf(Measure measure) => measure.Theme == Theme.Change ? Assessment.Sections[int.Parse(measure.Code[6..], System.Globalization.CultureInfo.InvariantCulture) - 1] : null;

    private static Measure Of(string section, int at) =>
        new()
        {
            Code = $"asset-{at + 1}",
            Label = "Asset better at the end",
            Theme = Theme.Change,
            Whole = Happenings.Closings,
            Meets = "The score at the programme’s end is lower than at its start.",
            Unknown = "The section was not scored at both.",
            Rule = "RET-1",
            Parts =
            [
                new("better", "Better", Tells.Met),
                new("same", "The same", Tells.NotMet),
                new("worse", "Worse", Tells.NotMet),
                Parts.NotRecorded,
            ],
            Of = (person, asked) =>
                Happenings.ClosingsOf(person, asked).Select(c =>
                {
                    var change = AssetChange.Of(c.Assessments);
                    return new Measured(person, c.ClosedOn!.Value, PartOf(change.Start[at], change.End[at]), c);
                }),
        };

    private static string PartOf(int? start, int? end) =>
        end < start ? "better"
        : end > start ? "worse"
        : end == start && end is not null ? "same"
        : Parts.NotRecorded.Code;
}
