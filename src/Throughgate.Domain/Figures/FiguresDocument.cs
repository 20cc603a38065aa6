using System.Globalization;
using System.Text;
using Throughgate.Domain.Figures.Change;

namespace Throughgate.Domain.Figures;

/// <summary>docs/figures.md, generated: every measure with its definition, its edition and the rule that asks for it. A law test fails when the document is stale.</summary>
public static class FiguresDocument
{
    public static string Write(IReadOnlyList<Measure> measures)
    {
        var text = new StringBuilder("# The figures of performance\n\n")
            .Append("Generated from the register of measures by a law test (FigureLaws); do not edit.\n\n")
            .Append("Each measure is one file under `src/Throughgate.Domain/Figures/`: a pure function from a person's facts to those counted, each in\n")
            .Append("exactly one part. Page, CSV, JSON and the people behind a figure ask the same function. A share is those who meet it of those of whom it\n")
            .Append("can be told. Where nothing that answers was recorded for anybody, the figure says \"not recorded yet\" and never 0.\n\n")
            .Append("A difference is called better, worse, higher or lower where Newcombe's 95% interval of the two shares excludes none (made of both Wilson\n")
            .Append(CultureInfo.InvariantCulture, $"intervals); with fewer than {Interval.FewestTold} told on either side it is too few to tell.\n");
        foreach (var group in measures.GroupBy(m => m.Edition))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Key.Name}{InForce(group.Key)}\n\n| measure | what | counted | met | cannot be told | cannot say | rule |\n|---|---|---|---|---|---|---|\n");
            foreach (var measure in group)
            {
                var section = AssetOfSection.SectionOf(measure) is { } code ? $" ({code})" : "";
                text.Append(CultureInfo.InvariantCulture, $"| {measure.Code} | {measure.Label}{section} | {measure.Whole} | {Meets(measure)} | {measure.Unknown} | {measure.Beware} | {measure.Rule} |\n");
            }
        }

        return text.ToString();
    }

    private static string Meets(Measure measure) =>
        measure.Shape == Shape.Share ? measure.Meets : $"{measure.Meets} Parts: {string.Join("; ", measure.Parts.Select(p => p.Label))}.";

    private static string InForce(Edition edition) =>
        (edition.From, edition.To) switch
        {
            ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $" ({from:yyyy-MM-dd} to {to:yyyy-MM-dd})"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $" (since {from:yyyy-MM-dd})"),
            _ => "",
        };
}
