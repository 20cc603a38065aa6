using System.Collections.Concurrent;
using Throughgate.Domain.Figures;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;

namespace Throughgate.Web.Features.Performance;

/// <summary>
/// Every measure of a scheme, a YOT or a worker, for readers who may open the people: kept as numbers between requests. Nothing old is shown: each request asks the database how far history
/// has come, in whatever process, and where records were changed since, whether their young people are among those counted or would be now.
/// </summary>
public sealed class KeptFigures(Connection connection)
{
    /// <summary>Answers that are kept; beyond it the one that was asked for longest ago is dropped. About 50 kB each.</summary>
    private const int Most = 100;

    /// <summary>More changed records than this: reckoned anew.</summary>
    private const int MostChanged = 200;

    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private long _clock;

    /// <param name="what">Everything that the figures depend on, but the records.</param>
    /// <param name="concerns">Whether any of these young people would be counted now.</param>
    /// <param name="reckon">The figures, without people, and who was looked at.</param>
    public async Task<FiguresOfPeople> OfAsync(
        string what,
        Func<IReadOnlyCollection<Guid>, Task<bool>> concerns,
        Func<Task<(FiguresOfPeople Figures, IReadOnlySet<Guid> Among)>> reckon,
        CancellationToken cancel
    )
    {
        var shelf = _shelves.GetOrAdd(what, _ => new Shelf());
        shelf.AskedFor = Interlocked.Increment(ref _clock);

        // One request reckons; whoever asks for the same meanwhile waits for it.
        await shelf.Turn.WaitAsync(cancel);
        try
        {
            await using var reader = await connection.OpenAsync(cancel: cancel);
            // How far history had come is asked first: what changes while it is reckoned is found the next time.
            var past = Db.SavedPastHistory(reader);
            if (shelf.Kept is { } kept && kept.Past == past)
            {
                if (kept.Read.Total == await reader.ChangesTotalAsync(cancel))
                {
                    return kept.Figures;
                }

                var (now, changed) = await reader.ChangesSinceAsync(kept.Read, MostChanged, cancel);
                if (changed is not null && !changed.Any(kept.Among.Contains) && !(changed.Count > 0 && await concerns(changed)))
                {
                    shelf.Kept = kept with { Read = now };
                    return kept.Figures;
                }
            }

            var read = await reader.ChangesReadAsync(cancel);
            var (figures, among) = await reckon();
            shelf.Kept = new(figures, among, read, past);
            Tidy(shelf);
            return figures;
        }
        finally
        {
            shelf.Turn.Release();
        }
    }

    private void Tidy(Shelf keep)
    {
        foreach (var (key, shelf) in _shelves.OrderByDescending(s => s.Value.AskedFor).Skip(Most).ToList())
        {
            if (shelf != keep)
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

    private sealed record Kept(FiguresOfPeople Figures, IReadOnlySet<Guid> Among, ChangesRead Read, long Past);
}
