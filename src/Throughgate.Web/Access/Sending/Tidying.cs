using Throughgate.Web.Data;

namespace Throughgate.Web.Access.Sending;

/// <summary>Forgets, once an hour, forms that were sent more than two days ago and sessions that began more than two days ago.</summary>
public sealed class Tidying(Connection database, TimeProvider time, ILogger<Tidying> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public async Task TidyAsync()
    {
        await using var db = database.Context();
        var before = time.GetUtcNow() - Kept;
        await db.ForgetOldAsync(before, before);
        await db.ForgetOldTriesAsync(time.GetUtcNow() - SigningIn.Throttle.Window);
        await db.ForgetPasskeyQuestionsAsync(time.GetUtcNow());
        await db.ForgetOldDraftsAsync(time.GetUtcNow() - DraftWrites.Kept);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await WaitAsync(hour, stoppingToken))
        {
            try
            {
                await TidyAsync();
            }
#pragma warning disable CA1031 // a database that is away now is there in an hour
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.LogWarning(fault, "Old sessions and sent forms could not be forgotten; tried again in an hour.");
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer hour, CancellationToken stop)
    {
        try
        {
            return await hour.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
