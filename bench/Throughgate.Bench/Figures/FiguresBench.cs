using System.Diagnostics;
using Throughgate.Bench.Import;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Time;
using Throughgate.Web;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Bench.Figures;

/// <summary>
/// Every figure of performance as the pages ask for it: of one scheme over a year, the year before and eight quarters, with whom it counts; of the nation over three years,
/// with breakdowns, hidden where it must be. Beside each the floor, hand-written SQL that counts the plainest of the events. Ask with --people for how the cost grows.
/// </summary>
public static class FiguresBench
{
    private const int Rounds = 3;
    private static readonly DateOnly Day = new(2011, 4, 15);
    private static readonly Breakdown[] Breakdowns = [Breakdown.Establishment, Breakdown.Gender, Breakdown.EthnicGroup, Breakdown.LookedAfter, Breakdown.Send];
    private static readonly PeriodAsked Year = PeriodAsked.Year(new FinancialQuarter(2010, 1));

    public static async Task RunAsync(Setting setting)
    {
        await foreach (var (server, database) in Caseloads.EachAsync(setting))
        {
            await RunAsync($"{server}-{setting.Name}", database);
        }
    }

    private static async Task RunAsync(string name, Connection database)
    {
        var reckon = new ReckonFigures(database, new WorkingCalendar(Reference.Instance.BankHolidays, Reference.Instance.BankHolidays.Max().Year), new London(TimeProvider.System, Day));
        var (one, oneFloor) = (new List<double>(), new List<double>());
        foreach (var level in Reference.Instance.Schemes.Keys.Take(10).Select(Level.OfScheme))
        {
            List<DateRange> periods = [Year.Days, Year.Before, .. Year.Quarters(8, Day).Select(q => q.Days)];
            one.Add(await TimeAsync(async () => await reckon.RunAsync(level, MeasureRegister.All, [.. periods.Distinct()], [], Keeps.People, eachScheme: false)));
            oneFloor.Add(await TimeAsync(() => FiguresFloor.RunAsync(database, level.Scope.Schemes!.Single(), new(periods.Min(p => p.From), Year.Days.To))));
        }

        Setting.Tell($"figures-one-scheme-{name}-ms", Setting.Median(one), Setting.Median(oneFloor));
        var steady = new List<double>();
        for (var round = 0; round < 3 * Rounds; round++)
        {
            steady.Add(await TimeAsync(async () => await reckon.RunAsync(Level.OfScheme(SyntheticBundle.Steady), MeasureRegister.All, [Year.Days, Year.Before], [], Keeps.People, eachScheme: false)));
        }

        Setting.Tell($"figures-scheme-of-90-{name}-ms", Setting.Median(steady));
        await NationAsync(name, reckon, database);
    }

    /// <summary>Three years as the national page asks for them, the last broken down, beside six consortia of eight schemes each.</summary>
    private static async Task NationAsync(string name, ReckonFigures reckon, Connection database)
    {
        var (read, hidden, whole, floor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var nation = Level.OfNation("England and Wales");
        List<DateRange> years = [Year.Days, Year.Before, new(Year.Before.From.AddYears(-1), Year.Before.From.AddDays(-1))];
        IReadOnlyList<SumOfSchemes> sums = [.. Reference.Instance.Schemes.Keys.Chunk(8).Take(6).Select((c, i) => new SumOfSchemes($"consortium {i}", c.ToHashSet(StringComparer.Ordinal))), SumOfSchemes.Everybody];
        var (schemes, rows) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            FiguresOfPeople figures = null!;
            read.Add(await TimeAsync(async () => figures = await reckon.RunAsync(nation, MeasureRegister.All, years, Breakdowns, Keeps.Events, eachScheme: true)));
            hidden.Add(await TimeAsync(() =>
            {
                var view = new SafeView(figures, sums);
                schemes = view.Schemes.Count();
                rows = view.Measures.Sum(m => Breakdowns.Sum(b => view.By(m, b).Count));
                return Task.CompletedTask;
            }));
            whole.Add(read[^1] + hidden[^1]);
            floor.Add(await TimeAsync(() => FiguresFloor.RunAsync(database, null, new(years[^1].From, Year.Days.To))));
        }

        Setting.Tell($"figures-nation-schemes-{name}", schemes);
        Setting.Tell($"figures-nation-rows-of-breakdowns-{name}", rows);
        Setting.Tell($"figures-nation-counted-{name}-ms", Setting.Median(read), Setting.Median(floor));
        Setting.Tell($"figures-nation-weighed-{name}-ms", Setting.Median(hidden), Setting.Median(floor));
        Setting.Tell($"figures-nation-{name}-ms", Setting.Median(whole), Setting.Median(floor));
        Setting.Tell($"figures-nation-{name}-peak-MiB", Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }
}
