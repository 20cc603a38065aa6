using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Throughgate.Web.Data;

/// <summary>
/// SQLite has one writer at a time, and a second one asleep in its busy handler wakes late. Writers of this process therefore queue here
/// first; other processes still wait in the busy handler. PostgreSQL needs no turn.
/// </summary>
public sealed class WriteTurn : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    private SemaphoreSlim? _held;

    private WriteTurn(SemaphoreSlim? held) => _held = held;

    public static async Task<WriteTurn> TakeAsync(DbConnection connection, CancellationToken cancel = default)
    {
        if (connection is not SqliteConnection sqlite)
        {
            return new WriteTurn(null);
        }

        var turn = Turns.GetOrAdd(Path.GetFullPath(sqlite.DataSource), _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        return new WriteTurn(turn);
    }

    /// <summary>Begins a transaction that may write: on SQLite it holds the write lock from the start, so it never fails half-way.</summary>
    public static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancel = default) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(cancel);

    public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
}
