using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughgate.Web.Data;

/// <summary>Every SQLite connection: readers beside one writer, each commit on the disk before it is acknowledged, writers wait instead of failing.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public const string Pragmas =
        "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; pragma foreign_keys = on; pragma cache_size = -65536; pragma temp_store = memory;";

    private static readonly ConditionalWeakTable<object, object> Set = [];

    /// <summary>Sets them where this connection has not been given them yet: one from the pool was.</summary>
    public static void Apply(SqliteConnection connection)
    {
        if (Set.TryAdd(connection.Handle!, Pragmas))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>For contexts that are used again and again; others open and close as they are asked to.</summary>
    public static readonly SqliteSettings Kept = new(keep: true);

    public static readonly SqliteSettings Plain = new(keep: false);

    private readonly bool _keep;

    private SqliteSettings(bool keep) => _keep = keep;

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        _keep ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!)) : result;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
