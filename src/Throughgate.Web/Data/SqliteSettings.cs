using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Throughgate.Web.Data;

/// <summary>Every SQLite connection: readers beside one writer, each commit on the disk before it is acknowledged, writers wait instead of failing.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public const string Pragmas =
        "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; pragma foreign_keys = on; pragma cache_size = -65536; pragma temp_store = memory;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => await connection.RunAsync(Pragmas, cancellationToken);
}
