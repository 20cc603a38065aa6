using System.Collections.Concurrent;
using System.Data.Common;

namespace Throughgate.Web.Data.Lists;

/// <summary>
/// Lists of a scheme on a day, kept in memory between requests. Nothing old is ever shown: each request asks the database whether history has moved on
/// (<see cref="Changes"/>), and those whose records were changed since are read again, whoever changed them and in whatever process. What is kept comes
/// from the same readers and rules as ever; only the reading is spared.
/// </summary>
public sealed class KeptLists
{
    /// <summary>People on all lists together; beyond it the list that was asked for longest ago is dropped. About 5 kB each.</summary>
    public const int MostPeople = 30_000;

    /// <summary>More changed records than this: the whole list is read anew.</summary>
    private const int MostChanged = 200;

    /// <summary>See <see cref="Db.SavedPastHistory"/>.</summary>
    internal Func<DbConnection, long> PastHistory { get; init; } = Db.SavedPastHistory;

    private readonly ConcurrentDictionary<(Type Item, string Scheme, DateOnly On), Shelf> _shelves = new();
    private long _clock;

    /// <summary>The list as it is now. It is the same object for as long as nothing changes.</summary>
    /// <param name="read">Reads the items of these people, or of everybody where it is given null.</param>
    /// <param name="order">What the list is sorted by.</param>
    public async Task<IReadOnlyList<T>> OfAsync<T, TKey>(
        DbConnection connection,
        string scheme,
        DateOnly on,
        Func<IReadOnlyCollection<Guid>?, Task<IReadOnlyList<T>>> read,
        Func<T, Guid> personOf,
        Func<T, TKey> order,
        CancellationToken cancel
    )
    {
        var shelf = _shelves.GetOrAdd((typeof(T), scheme, on), _ => new Shelf());
        shelf.AskedFor = Interlocked.Increment(ref _clock);
        if (shelf.Kept is { } kept && kept.Past == PastHistory(connection) && kept.Read.Total == await connection.ChangesTotalAsync(cancel))
        {
            return (IReadOnlyList<T>)kept.Items;
        }

        // One request reads; whoever asks for the same list meanwhile waits for it.
        await shelf.Turn.WaitAsync(cancel);
        try
        {
            // How far history had come is asked first: what changes while the list is read is found the next time.
            var past = PastHistory(connection);
            kept = shelf.Kept is { } there && there.Past == past ? shelf.Kept : null;
            var (now, changed) = kept is null
                ? (await connection.ChangesReadAsync(cancel), null)
                : await connection.ChangesSinceAsync(kept.Read, MostChanged, cancel);
            if (kept is not null && kept.Read.Total == now.Total)
            {
                return (IReadOnlyList<T>)kept.Items;
            }

            IEnumerable<T> items = changed is null
                ? await read(null)
                : ((IReadOnlyList<T>)kept!.Items).Where(i => !changed.Contains(personOf(i))).Concat(await read(changed));
            var list = items.OrderBy(order).ToList();
            shelf.Kept = new(list, list.Count, now, past);
            Tidy(shelf);
            return list;
        }
        finally
        {
            shelf.Turn.Release();
        }
    }

    private void Tidy(Shelf keep)
    {
        var shelves = _shelves.OrderByDescending(s => s.Value.AskedFor).ToList();
        var people = 0;
        foreach (var (key, shelf) in shelves)
        {
            people += shelf.Kept?.Count ?? 0;
            if (people > MostPeople && shelf != keep)
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

    private sealed record Kept(object Items, int Count, ChangesRead Read, long Past);
}
