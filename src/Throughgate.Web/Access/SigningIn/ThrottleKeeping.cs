using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn;

/// <summary>
/// Writes wrong tries to the database as they come, and counts those of the last quarter of an hour again at a start. Whoever tries does not wait for it, so that a
/// known and an unknown name take the same time; nothing is refused where it cannot be written.
/// </summary>
public sealed class ThrottleKeeping(Throttle throttle, Connection database, TimeProvider time, ILogger<ThrottleKeeping> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = database.Context();
            var since = time.GetUtcNow() - Throttle.Window;
            foreach (var before in await db.Set<WrongTry>().AsNoTracking().Where(t => t.At > since).OrderBy(t => t.At).ToListAsync(cancellationToken))
            {
                throttle.Count(Convert.ToBase64String(before.KeyHash), before.At);
            }
        }
#pragma warning disable CA1031 // a database that is away now is no reason not to start
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "Wrong tries of before could not be read.");
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await DrainAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await throttle.Told.WaitToReadAsync(stoppingToken))
            {
                await DrainAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // What is left is written at the stop.
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            await using var db = database.Context();
            while (throttle.Told.TryRead(out var told))
            {
                var key = Convert.FromBase64String(told.Key);
                await (told.At is { } at ? db.KeepTryAsync(key, at) : db.ForgetTriesAsync(key));
            }
        }
#pragma warning disable CA1031 // it still counts in memory
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "A wrong try could not be written; it counts until a restart.");
        }
    }
}
