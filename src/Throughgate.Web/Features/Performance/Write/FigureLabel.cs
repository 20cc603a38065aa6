using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Change;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>A measure as files name it: in English, Asset with its section.</summary>
public sealed record FigureLabel(Measure Measure)
{
    public string English => AssetOfSection.SectionOf(Measure) is { } section ? $"{Measure.Label}: {Reference.Instance.Label("section", section)}" : Measure.Label;

    /// <summary>nothing, not_recorded, hidden, met_and_rest, answers, parts.</summary>
    public static string CodeOf(ShownAs shown) =>
        shown switch
        {
            ShownAs.NotRecorded => "not_recorded",
            ShownAs.MetAndRest => "met_and_rest",
            _ => shown.ToString().ToLowerInvariant(),
        };
}
