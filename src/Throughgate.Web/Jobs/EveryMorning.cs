using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Performance;
using Throughgate.Web.Features.Today.Digest;
using Throughgate.Web.History.Anchors;
using Throughgate.Web.History.Looks;
using Throughgate.Web.Keeping;

namespace Throughgate.Web.Jobs;

/// <summary>
/// Once a day after five in the morning (London): the ladder of every scheme with a case, then the digests that are wanted by e-mail. It looks every five minutes whether today's was run, so that a
/// server that slept or was killed does it when it is back; each scheme is one transaction, and the database keeps a duty from being escalated twice.
/// </summary>
public sealed class EveryMorning(Connection database, WorkingCalendar calendar, TimeProvider time, London london, SendDigests digests, Anchoring anchoring, EraseDue erasing, KeptViews kept, ILogger<EveryMorning> log) : BackgroundService
{
    private const int Hour = 5;

    /// <summary>Runs what is not run yet today; returns how many schemes were run.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var today = london.Today;
        await using var list = database.Context();
        var schemes = await list.Cases.Where(c => c.ClosedOn == null).Select(c => c.Scheme).Distinct().ToListAsync(cancel);
        var run = 0;
        foreach (var scheme in schemes)
        {
            await using var db = database.Context();
            if (await Escalating.LastRunAsync(db, scheme, cancel) >= today)
            {
                continue;
            }

            await new Escalating(db, calendar, time).RunAsync(new Actor(null, "every morning", "program", scheme), today, cancel);
            run++;
        }

        await erasing.RunAsync(cancel);
        await anchoring.MorningAsync(database, time, cancel);
        await LookIndex.CatchUpAsync(database, null, cancel);
        await digests.RunAsync(cancel);
        if (run > 0)
        {
            await kept.MorningAsync(cancel);
        }

        return run;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turn = new PeriodicTimer(TimeSpan.FromMinutes(5));
        while (await WaitAsync(turn, stoppingToken))
        {
            if (London.Civil(time.GetUtcNow()).Hour < Hour)
            {
                continue;
            }

            try
            {
                await RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // a database that is away now is there in five minutes
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.LogWarning(fault, "The morning's work was not finished; tried again in five minutes.");
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer turn, CancellationToken stop)
    {
        try
        {
            return await turn.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
