using Throughgate.Domain.Figures;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Performance.Write;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>Figures in the shapes that the interface answers. In English: programs read them.</summary>
public static class Shapes
{
    private static readonly Words English = new(Vocabulary.Embedded, Words.English);
    private static readonly FigureInWords Said = new(English);

    public static MeasureOut Of(Measure measure) =>
        new(
            measure.Code,
            new FigureLabel(measure).English,
            Said.Theme(measure.Theme),
            Code(measure.Shape),
            measure.Whole,
            measure.Meets,
            measure.Unknown,
            measure.Beware,
            measure.Rule,
            measure.Edition.Name,
            measure.Edition.From,
            measure.Edition.To,
            measure.Unit,
            [.. measure.Parts.Select(p => new PartOut(p.Code, p.Label, p.Tells == Tells.NotMet ? "not_met" : Code(p.Tells)))]
        );

    public static FigureOut Of(Shown shown) =>
        new(
            shown.Period.From,
            shown.Period.To!.Value,
            FigureLabel.CodeOf(shown.As),
            shown.Whole,
            shown.Met,
            shown.NotMet,
            shown.Untold,
            shown.Share is { } share ? Math.Round(share, 4) : null,
            shown.Middle,
            shown.Parts?.Select((n, i) => (shown.Measure.Parts[i].Code, n)).ToDictionary(p => p.Code, p => p.n, StringComparer.Ordinal)
        );

    public static MeasureFigure Of(Answered answered, Measure measure) => new(measure.Code, new FigureLabel(measure).English, Of(answered.Of(measure)), Of(answered.Before(measure)));

    public static IReadOnlyList<BreakdownOut> Breakdowns(Answered answered, Measure measure) =>
        [
            .. answered.BreakdownsOf(measure)
                .Select(b => new BreakdownOut(Code(b), [.. answered.By(measure, b).Select(r => new RowOut(r.Row, Said.Row(b, r.Row, new Dictionary<string, string>()), Of(r.Figure)))]))
                .Where(b => b.Rows.Count > 0),
        ];

    private static string Code<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
