using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;

namespace Throughgate.Web.Documents;

/// <summary>
/// Once an hour: takes away contents that no row names (the program was killed between content and row), and contents of documents that were taken out
/// thirty days ago, with their keys.
/// </summary>
public sealed class DocumentSweep(Connection database, DocumentSettings settings, TimeProvider time, ILogger<DocumentSweep> log) : BackgroundService
{
    /// <summary>How long a document that was taken out can still be had back.</summary>
    public static readonly TimeSpan AfterVoiding = TimeSpan.FromDays(30);

    private static readonly TimeSpan OnItsWay = TimeSpan.FromHours(1);

    public async Task<int> SweepAsync(CancellationToken cancel = default)
    {
        if (settings.Store is not { } store)
        {
            return 0;
        }

        await using var db = database.Context();
        var now = time.GetUtcNow();
        foreach (var gone in await db.ForgetContentsAsync(now - AfterVoiding, now, cancel))
        {
            store.Remove(gone);
        }

        var known = await db.Set<Data.Rows.Document>().IgnoreQueryFilters().Where(d => d.WrappedKey != null).Select(d => d.Id).ToListAsync(cancel);
        return store.Sweep(known.ToHashSet(), now - OnItsWay);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            while (await hour.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await SweepAsync(stoppingToken);
                }
#pragma warning disable CA1031 // a disk or database that is away now is there in an hour
                catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    log.LogWarning(fault, "Contents of documents that nothing names could not be swept away; tried again in an hour.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
