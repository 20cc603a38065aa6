using Microsoft.Playwright;

namespace Throughgate.Tests.Browser;

/// <summary>
/// Waiting for the next page by what the browser itself says of it. Playwright's own wait for the load event now and then misses one that came while it
/// began to listen, and then waits for nothing.
/// </summary>
internal static class Arriving
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Until the page has that address and is read whole.</summary>
    public static Task ArriveAsync(this IPage page, Func<string, bool> address) => UntilAsync(page, address);

    public static Task ArriveAsync(this IPage page, string end) => UntilAsync(page, url => url.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Until the page that is open is read whole.</summary>
    public static Task ReadyAsync(this IPage page) => UntilAsync(page, _ => true);

    private static async Task UntilAsync(IPage page, Func<string, bool> address)
    {
        using var late = new CancellationTokenSource(Longest);
        while (!(address(page.Url) && await IsReadAsync(page, address)))
        {
            if (late.IsCancellationRequested)
            {
                throw new TimeoutException($"The browser is still at {page.Url}.");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task<bool> IsReadAsync(IPage page, Func<string, bool> address)
    {
        try
        {
            var at = await page.EvaluateAsync<string[]>("[document.readyState, location.href]");
            return at is ["complete", var href] && address(href);
        }
        catch (PlaywrightException)
        {
            return false; // the page it was asked of has gone: the next one is asked
        }
    }
}
