using System.Collections.Concurrent;

namespace Throughgate.Web.Data.Lists;

/// <summary>
/// What was made of some young people's records, kept in memory between requests. Nothing old is shown: each request asks the database how far history has
/// come, in whatever process, and where records were changed since, whether their young people are among those looked at or would be now.
/// </summary>
/// <param name="most">How much is kept, in what <paramref name="weigh"/> weighs; beyond it what was asked for longest ago is dropped.</param>
/// <param name="weigh">What an answer weighs that looked at so many people.</param>
public abstract class KeptUntilChanged<T>(Connection connection, int most, Func<int, int> weigh)
    where T : class
{
    /// <summary>More changed records than this: made anew.</summary>
    private const int MostChanged = 200;

    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private long _clock;

    /// <param name="what">Everything that the answer depends on, but the records.</param>
    /// <param name="concerns">Whether any of these young people would be looked at now.</param>
    /// <param name="make">The answer, and who was looked at.</param>
    public async Task<T> OfAsync(
        string what,
        Func<IReadOnlyCollection<Guid>, Task<bool>> concerns,
        Func<Task<(T Answer, IReadOnlySet<Guid> Among)>> make,
        CancellationToken cancel
    )
    {
        var shelf = _shelves.GetOrAdd(what, _ => new Shelf());
        shelf.AskedFor = Interlocked.Increment(ref _clock);

        // One request makes it; whoever asks for the same meanwhile waits for it.
        await shelf.Turn.WaitAsync(cancel);
        try
        {
            await using var reader = await connection.OpenAsync(cancel: cancel);
            // How far history had come is asked first: what changes while it is made is found the next time.
            var past = Db.SavedPastHistory(reader);
            if (shelf.Kept is { } kept && kept.Past == past)
            {
                if (kept.Read.Total == await reader.ChangesTotalAsync(cancel))
                {
                    return kept.Answer;
                }

                var (now, changed) = await reader.ChangesSinceAsync(kept.Read, MostChanged, cancel);
                if (changed is not null && !changed.Any(kept.Among.Contains) && !(changed.Count > 0 && await concerns(changed)))
                {
                    shelf.Kept = kept with { Read = now };
                    return kept.Answer;
                }
            }

            var read = await reader.ChangesReadAsync(cancel);
            var (answer, among) = await make();
            shelf.Kept = new(answer, among, read, past);
            Tidy(shelf);
            return answer;
        }
        finally
        {
            shelf.Turn.Release();
        }
    }

    private void Tidy(Shelf keep)
    {
        var weight = 0;
        foreach (var (key, shelf) in _shelves.OrderByDescending(s => s.Value.AskedFor).ToList())
        {
            weight += weigh(shelf.Kept?.Among.Count ?? 0);
            if (weight > most && shelf != keep)
            {
                _shelves.TryRemove(key, out _);
            }
        }
    }

    private sealed class Shelf
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Kept? Kept { get; set; }

        public long AskedFor { get; set; }
    }

    private sealed record Kept(T Answer, IReadOnlySet<Guid> Among, ChangesRead Read, long Past);
}
