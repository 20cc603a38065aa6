using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Throughgate.Web.Data.Import;

/// <summary>Another import holds the lock.</summary>
public sealed class ImportRunningException() : Exception("Another import into this database is running. Wait until it is done, then import again; nothing was changed.");

/// <summary>
/// The connection of one import: staging tables stand in files that vanish with it (never in memory), and one import at a time holds the
/// lock, which goes with the process however it ends.
/// </summary>
internal sealed class ImportConnection : IAsyncDisposable
{
    private const long AdvisoryLock = 7467010;

    private readonly FileStream? _lock;

    private ImportConnection(DbConnection inner, FileStream? file) => (Inner, _lock) = (inner, file);

    public DbConnection Inner { get; }

    public DbTransaction? Transaction { get; private set; }

    public bool IsSqlite => Inner is SqliteConnection;

    public static async Task<ImportConnection> OpenAsync(Connection database, CancellationToken cancel)
    {
        if (!database.IsSqlite)
        {
            var text = new NpgsqlConnectionStringBuilder(database.ProgramText) { CommandTimeout = 0, Pooling = false };
            var postgres = new NpgsqlConnection(text.ToString());
            await postgres.OpenAsync(cancel);
            var opened = new ImportConnection(postgres, null);
            await opened.RunAsync($"set datestyle = 'ISO, YMD'", cancel);
            opened.Transaction = await postgres.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            if (await opened.ScalarAsync($"select pg_try_advisory_xact_lock({AdvisoryLock})", cancel) is not true)
            {
                await opened.DisposeAsync();
                throw new ImportRunningException();
            }

            return opened;
        }

        var file = Lock(database.File + "-import-lock");
        try
        {
            var sqlite = new SqliteConnection(new SqliteConnectionStringBuilder(database.Text) { Pooling = false }.ToString());
            await sqlite.OpenAsync(cancel);
            await sqlite.RunAsync(SqliteSettings.Pragmas, cancel);
            await sqlite.RunAsync("pragma temp_store = file; pragma temp.cache_size = -65536; pragma cache_size = -196608;", cancel);
            return new ImportConnection(sqlite, file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Temporary tables in one go: on SQLite a transaction of its own, which leaves the database itself to others.</summary>
    public void BeginStaging()
    {
        if (Inner is SqliteConnection sqlite)
        {
            Transaction = sqlite.BeginTransaction(deferred: true);
        }
    }

    public void EndStaging()
    {
        if (IsSqlite)
        {
            Transaction!.Commit();
            Transaction.Dispose();
            Transaction = null;
        }
    }

    /// <summary>Begins the transaction in which everything is compared and written.</summary>
    public async Task<IDisposable?> BeginWritingAsync(CancellationToken cancel)
    {
        if (Inner is not SqliteConnection sqlite)
        {
            return null;
        }

        var turn = await WriteTurn.TakeAsync(sqlite, cancel);
        Transaction = sqlite.BeginTransaction(deferred: false);
        return turn;
    }

    public async Task CommitAsync(CancellationToken cancel)
    {
        await Transaction!.CommitAsync(cancel);
        if (IsSqlite)
        {
            await Inner.RunAsync("pragma optimize; pragma wal_checkpoint(passive);", CancellationToken.None);
        }
    }

    public Task RollbackAsync() => Transaction!.RollbackAsync();

    public async Task RunAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Inner.Command(sql, values);
        command.Transaction = Transaction;
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<long> CountAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Inner.Command(sql, values);
        command.Transaction = Transaction;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Rows that an insert, update or delete touched.</summary>
    public async Task<long> TouchedAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Inner.Command(sql, values);
        command.Transaction = Transaction;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task ReadAsync(string sql, Action<DbDataReader> row, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var command = Inner.Command(sql, values);
        command.Transaction = Transaction;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            row(reader);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            await Transaction.DisposeAsync();
        }

        await Inner.DisposeAsync();
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancel)
    {
        await using var command = Inner.Command(sql);
        command.Transaction = Transaction;
        return await command.ExecuteScalarAsync(cancel);
    }

    // The file stays, empty: removing it would let two imports hold a lock on two files of one name.
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ImportRunningException();
        }
    }
}
