using Throughgate.Domain.Figures.Safe;

namespace Throughgate.Web.Features.Performance;

/// <summary>
/// Figures of many schemes are kept: they read everybody, and hold whole years that seldom change. Older than an hour they are shown as they are while new ones are reckoned behind the
/// reader, so that only the very first waits; every morning those that were asked for of late are reckoned anew.
/// </summary>
public sealed partial class KeptViews(TimeProvider time, ILogger<KeptViews> log)
{
    /// <summary>Shown without reckoning anew.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Shown at all; an older one is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(26);

    /// <summary>Reckoned every morning for so long after somebody last asked.</summary>
    public static readonly TimeSpan Wanted = TimeSpan.FromDays(7);

    private const int Most = 12;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, Kept> _views = new(StringComparer.Ordinal);

    /// <param name="what">Everything that the figures depend on, but the records themselves.</param>
    /// <param name="keep">Whether it is worth keeping: a single scheme's is read anew each time.</param>
    /// <param name="reckon">It outlives the request: nothing of that may be in it.</param>
    public async Task<SafeView> OfAsync(string what, bool keep, Func<Task<SafeView>> reckon)
    {
        if (!keep)
        {
            return await reckon();
        }

        Task<SafeView> running;
        lock (_turn)
        {
            var now = time.GetUtcNow();
            var kept = Find(what, reckon, now);
            var age = now - kept.At;
            if (kept.View is { } view && age >= TimeSpan.Zero && age < Fresh)
            {
                return view;
            }

            // Two who ask at once wait for the same reckoning.
            running = kept.Running ??= RunAsync(kept);
            if (kept.View is { } old && age >= TimeSpan.Zero && age < Longest)
            {
                return old;
            }
        }

        return await running;
    }

    /// <summary>Reckons what was asked for of late, one after the other.</summary>
    public async Task MorningAsync(CancellationToken cancel)
    {
        List<Kept> wanted;
        lock (_turn)
        {
            wanted = [.. _views.Values];
        }

        foreach (var kept in wanted)
        {
            cancel.ThrowIfCancellationRequested();
            Task<SafeView>? running = null;
            lock (_turn)
            {
                if (time.GetUtcNow() - kept.At >= Fresh)
                {
                    running = kept.Running ??= RunAsync(kept);
                }
            }

            await Task.WhenAny(running ?? Task.CompletedTask);
        }
    }

    private Kept Find(string what, Func<Task<SafeView>> reckon, DateTimeOffset now)
    {
        foreach (var old in _views.Values.Where(v => now - v.Asked > Wanted).ToList())
        {
            _views.Remove(old.What);
        }

        if (!_views.TryGetValue(what, out var kept))
        {
            if (_views.Count >= Most)
            {
                _views.Remove(_views.Values.MinBy(v => v.Asked)!.What);
            }

            _views[what] = kept = new(what);
        }

        (kept.Asked, kept.Reckon) = (now, reckon);
        return kept;
    }

    private Task<SafeView> RunAsync(Kept kept)
    {
        var reckon = kept.Reckon;
        return Task.Run(async () =>
        {
            try
            {
                var view = await reckon();
                lock (_turn)
                {
                    (kept.View, kept.At, kept.Running) = (view, time.GetUtcNow(), null);
                }

                return view;
            }
            catch (Exception fault)
            {
                lock (_turn)
                {
                    kept.Running = null;
                }

                NotReckoned(log, fault);
                throw;
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Figures of many schemes could not be reckoned; the next reader tries again.")]
    private static partial void NotReckoned(ILogger logger, Exception fault);

    private sealed class Kept(string what)
    {
        public string What => what;

        public SafeView? View { get; set; }

        /// <summary>When the records of <see cref="View"/> were read.</summary>
        public DateTimeOffset At { get; set; }

        public DateTimeOffset Asked { get; set; }

        public Func<Task<SafeView>> Reckon { get; set; } = null!;

        public Task<SafeView>? Running { get; set; }
    }
}
