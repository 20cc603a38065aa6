namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>Uploads that nobody answered go within the hour, also while nobody opens the page.</summary>
public sealed class UploadsCleared(Uploads uploads, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), time);
        do
        {
            uploads.Clear();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
