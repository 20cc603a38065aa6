using System.Diagnostics;
using Throughgate.Bench.Import;
using Throughgate.Domain.Returns;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Bench.Returns;

/// <summary>
/// The return of one scheme and of all schemes, one quarter, from the database; beside all schemes the floor, hand-written SQL that counts
/// the same events once (releases, starts, closings, by scheme and row) without checks, readings or people behind the figures.
/// </summary>
public static class ReturnBench
{
    private const int Rounds = 5;
    private static readonly FinancialQuarter Quarter = new(2010, 1);

    public static async Task RunAsync(Setting setting)
    {
        await foreach (var (server, database) in Caseloads.EachAsync(setting))
        {
            await RunAsync(server, database);
        }
    }

    private static async Task RunAsync(string server, Connection database)
    {
        var reckon = new ReckonReturn(database);
        var schemes = Reference.Instance.Schemes.Keys.Take(20).ToList();
        var one = new List<double>();
        // A server that has been up for a while: the quarter before, first.
        foreach (var scheme in schemes)
        {
            await reckon.RunAsync(Questions.Of(scheme, Quarter.Previous, Reading.InPeriod));
        }

        foreach (var scheme in schemes)
        {
            one.Add(await TimeAsync(async () => await reckon.RunAsync(Questions.Of(scheme, Quarter, Reading.InPeriod))));
        }

        Setting.AtMost($"return-one-scheme-{server}-ms", Setting.Median(one), 50);
        var steady = new List<double>();
        for (var (quarter, n) = (Quarter, 0); n < 8; (quarter, n) = (quarter.Previous, n + 1))
        {
            steady.Add(await TimeAsync(async () => await reckon.RunAsync(Questions.Of(SyntheticBundle.Steady, quarter, Reading.InPeriod))));
        }

        Setting.AtMost($"return-scheme-of-90-{server}-ms", Setting.Median(steady), 50);
        var (all, floor) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            all.Add(await TimeAsync(async () => await reckon.EverySchemeAsync(Quarter, Reading.InPeriod)));
            floor.Add(await TimeAsync(() => ReturnFloor.RunAsync(database, Quarter)));
        }

        Setting.AgainstFloor($"return-all-schemes-{server}-ms", Setting.Median(all), Setting.Median(floor), 1.2);
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }
}
