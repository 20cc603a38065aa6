using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Performance;

/// <summary>Figures of performance as somebody asks for them in the address, for pages and files alike.</summary>
public sealed class AskFigures(Levels levels, ReckonFigures reckon, KeptViews kept, London london)
{
    private static readonly HashSet<Guid> Nobody = [];
    private const int Years = 5;
    private const int YearsOfNation = 3;

    /// <summary>Breakdowns for whoever may not open the people: one way each, never crossed.</summary>
    private static readonly Breakdown[] OneWay = [Breakdown.Establishment, Breakdown.Yot, Breakdown.Gender, Breakdown.EthnicGroup, Breakdown.LookedAfter, Breakdown.Send];

    /// <summary>What may be asked for; the first is the usual.</summary>
    public Task<IReadOnlyList<Level>> LevelsAsync(CancellationToken cancel) => levels.AllAsync(cancel);

    public bool SeesPeople => levels.SeesPeople;

    /// <summary>Null where it is nobody this reader may see figures of, or no period.</summary>
    /// <param name="only">The one measure that is opened, with its breakdowns; all measures where null.</param>
    public async Task<Answered?> RunAsync(string? of, string? by, string? on, string? to, Measure? only, CancellationToken cancel)
    {
        var all = await levels.AllAsync(cancel);
        var level = all.Count == 0 ? null : string.IsNullOrEmpty(of) ? all[0] : all.FirstOrDefault(l => l.Code == of);
        var period = levels.SeesPeople ? PeriodAsked.Read(by, on, to, london.Today) : WholeYear(by, on, to);
        return level is null || period is null || (only is not null && !level.Has(only)) ? null
            : levels.SeesPeople ? await reckon.OpenAsync(level, all, period, only, only is null ? Nobody : await levels.HiddenAsync(cancel), cancel)
            : await SafeAsync(level, all, period, cancel);
    }

    /// <summary>Whom every figure counts of a scheme and year, as far as it is shown to readers who may not open people: what else they are shown is weighed beside it.</summary>
    public async Task<PublishedPeople> PublishedAsync(string scheme, DateRange year, CancellationToken cancel)
    {
        var level = Level.OfScheme(scheme);
        var shown = new SafeView(await reckon.RunAsync(level, level.Measures, [year], OneWay, Keeps.Events, eachScheme: false, cancel: cancel));
        var people = await reckon.RunAsync(level, level.Measures, [year], OneWay, Keeps.People, eachScheme: false, asOf: ReckonFigures.LastApril(london.Today), cancel: cancel);
        return PublishedPeople.Of(shown, people);
    }

    /// <summary>All measures are reckoned even where one is opened: how much of it may be shown depends on the others.</summary>
    private async Task<Answered> SafeAsync(Level level, IReadOnlyList<Level> all, PeriodAsked period, CancellationToken cancel)
    {
        var trend = new List<DateRange> { period.Days };
        while (trend.Count < (level.Scope.Schemes is null ? YearsOfNation : Years))
        {
            trend.Insert(0, new(trend[0].From.AddYears(-1), trend[0].From.AddDays(-1)));
        }

        // A scheme's rows beside other schemes would be a table crossed; and of several schemes each YOT is one of them.
        Breakdown[] breakdowns = level.OfSeveral ? [.. OneWay.Where(b => b != Breakdown.Yot)] : all.Count > 1 ? [] : OneWay;
        var view = await kept.OfAsync(
            $"{level.Code} {SumsOf(level)} {period.Query} {breakdowns.Length}",
            keep: level.OfSeveral,
            async () => new SafeView(await reckon.RunAsync(level, level.Measures, period.With(trend), breakdowns, Keeps.Events, level.OfSeveral, cancel: level.OfSeveral ? CancellationToken.None : cancel), level.Sums)
        );
        return new(level, all, period, trend) { Safe = view };
    }

    /// <summary>What a view of several schemes depends on: another consortium, or another scheme in one, makes it another.</summary>
    private static string SumsOf(Level level) => string.Join(';', level.Sums.Select(s => s.Schemes is null ? s.Code : $"{s.Code} {string.Join(',', s.Schemes.Order(StringComparer.Ordinal))}"));

    /// <summary>Whole financial years that are over: the year so far, or a quarter, would take a year apart.</summary>
    private PeriodAsked? WholeYear(string? by, string? on, string? to)
    {
        var last = PeriodAsked.Year(FinancialQuarter.OfDay(FinancialQuarter.OfDay(london.Today).From.AddYears(-1)));
        return string.IsNullOrEmpty(on) && by is null or "" or "year" && string.IsNullOrEmpty(on) ? last
            : PeriodAsked.Read(by, on, to, london.Today) is { Kind: PeriodKind.Year } asked && asked.Days.To <= last.Days.To ? asked
            : null;
    }
}
