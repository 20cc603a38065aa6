using Microsoft.Playwright;
using Throughgate.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Throughgate.Tests.Browser;

/// <summary>One real Chromium for all browser tests of a run. ./do test installs it and names it in THROUGHGATE_CHROMIUM.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<IBrowser> BrowserAsync()
    {
        await _once.WaitAsync();
        try
        {
            if (_browser is null)
            {
                var path = Environment.GetEnvironmentVariable("THROUGHGATE_CHROMIUM") ?? "/usr/bin/chromium";
                if (!File.Exists(path))
                {
                    if (Environment.GetEnvironmentVariable("CI") == "true")
                    {
                        throw new InvalidOperationException($"There is no Chromium at {path}; ./do test installs one.");
                    }

                    Assert.Skip($"There is no Chromium at {path}: run ./do test");
                }

                _playwright = await Playwright.CreateAsync();
                _browser = await _playwright.Chromium.LaunchAsync(new()
                {
                    ExecutablePath = path,
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
                });
            }

            return _browser;
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _once.Dispose();
    }
}
