using System.Collections.Concurrent;
using Throughgate.Domain.Figures.Safe;

namespace Throughgate.Web.Features.Performance;

/// <summary>Figures of many schemes are kept for a quarter of an hour: they read everybody, and hold whole years that seldom change.</summary>
public sealed class KeptViews(TimeProvider time)
{
    private const int Most = 12;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Lazy<Task<SafeView>> View)> _views = new(StringComparer.Ordinal);

    /// <param name="keep">Whether it is worth keeping: a single scheme's is read anew each time.</param>
    public async Task<SafeView> OfAsync(string what, bool keep, Func<Task<SafeView>> reckon)
    {
        if (!keep)
        {
            return await reckon();
        }

        var now = time.GetUtcNow();
        foreach (var old in _views.Where(v => now - v.Value.At > Keep || now < v.Value.At || _views.Count > Most).Select(v => v.Key).ToList())
        {
            _views.TryRemove(old, out _);
        }

        // Two who ask at once wait for the same reckoning; one that failed is not kept.
        var (_, view) = _views.GetOrAdd(what, _ => (now, new Lazy<Task<SafeView>>(reckon)));
        try
        {
            return await view.Value;
        }
        catch
        {
            _views.TryRemove(what, out _);
            throw;
        }
    }
}
