using System.Data.Common;
using Npgsql;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>
/// Appends to one chain inside the caller's transaction: takes the chain's head (locked until the transaction ends, since several
/// processes may write), links each row to the one before, and writes the head back at the end. Nobody else writes these tables.
/// </summary>
internal sealed class ChainWriter : IAsyncDisposable
{
    private const int Together = 500;

    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly string _chain;
    private readonly DbBatch? _batch;
    private DbCommand? _history;
    private DbCommand? _access;
    private long _seq;
    private byte[] _hash;
    private long _changed;

    private ChainWriter(DbConnection connection, DbTransaction transaction, string chain, long seq, byte[] hash)
    {
        (_connection, _transaction, _chain, _seq, _hash) = (connection, transaction, chain, seq, hash);
        if (connection is NpgsqlConnection)
        {
            _batch = connection.CreateBatch();
            _batch.Transaction = transaction;
        }
    }

    public static async Task<ChainWriter> OpenAsync(DbConnection connection, DbTransaction transaction, string chain, CancellationToken cancel)
    {
        var head = await HeadAsync(connection, transaction, chain, cancel);
        if (head is null)
        {
            await using var start = connection.Command(
                "insert into chain_heads (chain, seq, hash) values (@chain, 0, @hash) on conflict do nothing",
                ("@chain", chain),
                ("@hash", Link.Genesis)
            );
            start.Transaction = transaction;
            await start.ExecuteNonQueryAsync(cancel);
            head = await HeadAsync(connection, transaction, chain, cancel);
        }

        return new ChainWriter(connection, transaction, chain, head!.Value.Seq, head.Value.Hash);
    }

    public async Task AddAsync(HistoryRow row, CancellationToken cancel)
    {
        (row.Chain, row.Seq, row.At) = (_chain, ++_seq, Link.Whole(row.At));
        row.Hash = _hash = Link.Hash(_hash, row);
        _changed = _seq;
        await WriteAsync(ref _history, LedgerColumns.InsertHistory, LedgerColumns.Of(row), cancel);
    }

    public async Task AddAsync(AccessRow row, CancellationToken cancel)
    {
        (row.Chain, row.Seq, row.At) = (_chain, ++_seq, Link.Whole(row.At));
        row.Hash = _hash = Link.Hash(_hash, row);
        await WriteAsync(ref _access, LedgerColumns.InsertAccess, LedgerColumns.Of(row), cancel);
    }

    /// <summary>Writes the head back. The caller commits.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        (string, object?)[] head = [("@chain", _chain), ("@seq", _seq), ("@hash", _hash)];
        DbCommand? command = null;
        if (_changed == 0)
        {
            await WriteAsync(ref command, "update chain_heads set seq = @seq, hash = @hash where chain = @chain", head, cancel);
        }
        else
        {
            const string Changed = "update chain_heads set seq = @seq, hash = @hash, changed_seq = @changed where chain = @chain";
            await WriteAsync(ref command, Changed, [.. head, ("@changed", _changed)], cancel);
        }

        await FlushAsync(cancel);
        if (command is not null)
        {
            await command.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _history, _access })
        {
            if (command is not null)
            {
                await command.DisposeAsync();
            }
        }

        if (_batch is not null)
        {
            await _batch.DisposeAsync();
        }
    }

    // PostgreSQL takes many rows in one round trip; SQLite is in this process, so one prepared command after the other.
    private Task WriteAsync(ref DbCommand? prepared, string sql, (string Name, object? Value)[] values, CancellationToken cancel)
    {
        if (_batch is not null)
        {
            var command = _batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                command.Parameters.Add(Sql.ForPostgres(name, value));
            }

            _batch.BatchCommands.Add(command);
            return _batch.BatchCommands.Count >= Together ? FlushAsync(cancel) : Task.CompletedTask;
        }

        if (prepared is null)
        {
            prepared = _connection.Command(sql, values);
            prepared.Transaction = _transaction;
            prepared.Prepare();
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                prepared.Parameters[i].Value = Sql.ForSqlite(values[i].Value);
            }
        }

        return prepared.ExecuteNonQueryAsync(cancel);
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        if (_batch is { BatchCommands.Count: > 0 })
        {
            await _batch.ExecuteNonQueryAsync(cancel);
            _batch.BatchCommands.Clear();
        }
    }

    private static async Task<(long Seq, byte[] Hash)?> HeadAsync(
        DbConnection connection,
        DbTransaction transaction,
        string chain,
        CancellationToken cancel
    )
    {
        var lockIt = connection is NpgsqlConnection ? " for update" : "";
        await using var command = connection.Command("select seq, hash from chain_heads where chain = @chain" + lockIt, ("@chain", chain));
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }
}
