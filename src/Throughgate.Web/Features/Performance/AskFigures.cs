using Throughgate.Domain.Figures;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Performance;

/// <summary>What was answered: of whom, for when, and every figure as this reader may see it. The first period is the one asked for, the second the one before it, then the trend's.</summary>
public sealed record Answered(Level Level, IReadOnlyList<Level> Levels, PeriodAsked Period, IReadOnlyList<DateRange> Trend, Reckoned Reckoned, bool SeesPeople)
{
    public IReadOnlyList<Measure> Measures => Reckoned.Figures.Measures;

    public string Query => $"{Level.Query}&{Period.Query}";

    public string Path => $"/figures/performance?{Query}";

    public string PathOf(Measure measure) => $"/figures/performance/{measure.Code}?{Query}";

    public Shown Of(Measure measure) => At(measure, 0);

    public Shown Before(Measure measure) => At(measure, 1);

    public IEnumerable<Shown> TrendOf(Measure measure) => Trend.Select((_, i) => At(measure, 2 + i));

    /// <summary>The figure of the period broken down, row by row.</summary>
    public IReadOnlyList<(string Row, Shown Figure)> By(Measure measure, Breakdown breakdown) =>
        [.. Reckoned.By(measure, breakdown).Select(r => (r.Row, Shown.Of(r.Tally)))];

    private Shown At(Measure measure, int period) => Shown.Of(Reckoned.Figures.Of(measure, period));
}

/// <summary>Figures of performance as somebody asks for them in the address, for pages and files alike.</summary>
public sealed class AskFigures(Levels levels, ReckonFigures reckon, London london)
{
    private const int TrendQuarters = 8;

    /// <summary>What may be asked for; the first is the usual.</summary>
    public Task<IReadOnlyList<Level>> LevelsAsync(CancellationToken cancel) => levels.AllAsync(cancel);

    /// <summary>Null where it is nobody this reader may see figures of, or no period.</summary>
    /// <param name="which">Which measures; all where null.</param>
    public async Task<Answered?> RunAsync(string? of, string? by, string? on, string? to, Func<Measure, bool>? which, CancellationToken cancel)
    {
        var all = await levels.AllAsync(cancel);
        var level = string.IsNullOrEmpty(of) ? all.FirstOrDefault() : all.FirstOrDefault(l => l.Code == of);
        var period = PeriodAsked.Read(by, on, to, london.Today);
        if (level is null || period is null)
        {
            return null;
        }

        IReadOnlyList<DateRange> trend = [.. period.Quarters(TrendQuarters, london.Today).Select(q => q.Days)];
        IReadOnlyList<Measure> measures = [.. MeasureRegister.All.Where(m => IsFor(m, level) && which?.Invoke(m) != false)];
        var reckoned = await reckon.RunAsync(level, measures, [period.Days, period.Before, .. trend], cancel);
        return new(level, all, period, trend, reckoned, levels.SeesPeople);
    }

    /// <summary>A worker's are programmes alone; England's indicators are England's, and those of Wales are Wales's.</summary>
    private static bool IsFor(Measure measure, Level level)
    {
        bool In(string country) => level.Scope.Schemes?.Any(s => Reference.Instance.Schemes[s].Country == country) ?? true;
        return (!measure.OfResidents || !level.OfWorker)
            && (measure.Edition != Edition.NationalIndicators || In("England"))
            && (measure.Edition != Edition.WelshIndicators || In("Wales"));
    }
}
