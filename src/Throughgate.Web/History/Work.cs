using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>
/// One transaction of changes: rows, their events, and (in a request) the log row and the form's one-time key. It commits once: at the end of
/// <see cref="Saving.SaveAsync"/> by itself, or after the page's handler where a request has opened it with <see cref="Open"/>.
/// </summary>
public sealed class Work : IAsyncDisposable
{
    private readonly Db _db;
    private readonly List<(string Chain, HistoryRow? Change, AccessRow? Access)> _rows = [];
    private WriteTurn? _turn;
    private IDbContextTransaction? _transaction;

    private Work(Db db) => _db = db;

    /// <summary>Whether something was saved that waits for the commit.</summary>
    public bool IsBegun => _transaction is not null;

    /// <summary>Run first in the transaction: claims the form's key, so that a second sending waits for the first and then fails.</summary>
    public Func<Task>? First { get; set; }

    /// <summary>Run last, before the commit.</summary>
    public Func<Task>? Last { get; set; }

    public static Work Open(Db db) => db.Work = new Work(db);

    internal static async Task SaveAsync(Db db, Actor actor, DateTimeOffset at, IEnumerable<HistoryEvent> events, CancellationToken cancel)
    {
        if (db.Work is { } work)
        {
            await work.SaveAsync(actor, at, events, cancel);
            return;
        }

        await using var own = new Work(db);
        await own.SaveAsync(actor, at, events, cancel);
        await own.CommitAsync(null, cancel);
    }

    /// <summary>Writes events and log, then commits. Without anything saved it does nothing.</summary>
    public async Task CommitAsync(AccessRow? access, CancellationToken cancel = default)
    {
        if (_transaction is null)
        {
            return;
        }

        if (access is not null)
        {
            _rows.Add((access.Chain, null, access));
        }

        if (Last is not null)
        {
            await Last();
        }

        await AppendAsync(cancel);
        await _transaction.CommitAsync(cancel);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _db.Work = null;
        if (_transaction is { } open)
        {
            _transaction = null;
            await open.DisposeAsync();
        }

        _turn?.Dispose();
        _turn = null;
    }

    private async Task SaveAsync(Actor actor, DateTimeOffset at, IEnumerable<HistoryEvent> events, CancellationToken cancel)
    {
        if (_transaction is null)
        {
            _turn = await WriteTurn.TakeAsync(_db.Database.GetDbConnection(), cancel);
            _transaction = await _db.Database.BeginTransactionAsync(cancel);
            if (First is not null)
            {
                await First();
            }
        }

        try
        {
            _db.SavesWithHistory = true;
        try
        {
            await _db.SaveChangesAsync(cancel);
        }
        finally
        {
            _db.SavesWithHistory = false;
        }

        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ChangedMeanwhileException();
        }

        _rows.AddRange(events.Select(e => (actor.Chain, (HistoryRow?)Ledger.Row(e, actor, at), (AccessRow?)null)));
    }

    // Chain heads are locked last and in order, so that they are held shortly and never crosswise.
    private async Task AppendAsync(CancellationToken cancel)
    {
        var connection = _db.Database.GetDbConnection();
        var transaction = _transaction!.GetDbTransaction();
        foreach (var chain in _rows.GroupBy(r => r.Chain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await using var writer = await ChainWriter.OpenAsync(connection, transaction, chain.Key, cancel);
            foreach (var (_, change, access) in chain)
            {
                await (change is not null ? writer.AddAsync(change, cancel) : writer.AddAsync(access!, cancel));
            }

            await writer.CloseAsync(cancel);
        }

        _rows.Clear();
    }
}
