using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Performance;

/// <summary>What was answered: of whom, for when, and every figure as this reader may see it. Exactly one of <see cref="Figures"/> and <see cref="Safe"/> is there.</summary>
public sealed record Answered(Level Level, IReadOnlyList<Level> Levels, PeriodAsked Period, IReadOnlyList<DateRange> Trend)
{
    /// <summary>For whoever may open the people.</summary>
    public FiguresOfPeople? Figures { get; init; }

    /// <summary>For anybody else: nothing that is hidden reaches the page.</summary>
    public SafeView? Safe { get; init; }

    public bool SeesPeople => Figures is not null;

    public IReadOnlyList<Measure> Measures => Figures?.Measures ?? Safe!.Measures;

    public string Query => $"{Level.Query}&{Period.Query}";

    public string Path => $"/figures/performance?{Query}";

    public string PathOf(Measure measure) => $"/figures/performance/{measure.Code}?{Query}";

    public Shown Of(Measure measure) => At(measure, Period.Days);

    /// <summary>The period before, of the same people as this one is said of.</summary>
    public Shown Before(Measure measure) => At(measure, Period.Before).AsCoarseAs(Of(measure));

    public IEnumerable<Shown> TrendOf(Measure measure) => Trend.Select(days => At(measure, days));

    /// <summary>By what the figure is broken down.</summary>
    public IReadOnlyList<Breakdown> BreakdownsOf(Measure measure) =>
        Figures?.Breakdowns ?? [.. Safe!.Schemes.Any() ? new[] { Breakdown.Scheme } : [], .. Safe.Breakdowns];

    /// <summary>The figure of the period broken down, row by row.</summary>
    public IReadOnlyList<(string Row, Shown Figure)> By(Measure measure, Breakdown breakdown) =>
        Figures is { } figures ? [.. figures.RowsOf(measure, breakdown).Select(r => (r.Row, Shown.Of(r.Tally)))]
        : breakdown == Breakdown.Scheme ? [.. Safe!.Schemes.OrderBy(s => Reference.Instance.Schemes[s].Name, StringComparer.Ordinal).Select(s => (s, Safe.OfScheme(s, measure)))]
        : Safe!.By(measure, breakdown);

    private Shown At(Measure measure, DateRange days)
    {
        var periods = (Figures?.Asked ?? Safe!.Asked).Periods;
        var at = Enumerable.Range(0, periods.Count).First(i => periods[i] == days);
        return Figures is { } figures ? Shown.Of(figures.Of(measure, at)) : Safe!.Of(measure, at);
    }
}
