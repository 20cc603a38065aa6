namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>Uploads that nobody answered go within the hour, also while nobody opens the page.</summary>
public sealed class UploadsCleared(Uploads uploads, TimeProvider time, ILogger<UploadsCleared> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), time);
        do
        {
            try
            {
                uploads.Clear();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(fault, "Old uploads could not be removed; tried again in five minutes.");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
