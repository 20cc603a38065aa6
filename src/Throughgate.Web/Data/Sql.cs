using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Throughgate.Web.Data;

/// <summary>Plain SQL, inside Data only: values as each database holds them (a key is 16 bytes on SQLite and uuid on PostgreSQL, a date is text and date).</summary>
public static class Sql
{
    public static async Task<int> RunAsync(this DbConnection connection, string sql, CancellationToken cancel = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    public static DbCommand Command(this DbConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Add(name, value);
        }

        return command;
    }

    /// <summary>Adds a parameter, with keys, dates and instants written as the database of this command holds them.</summary>
    public static DbParameter Add(this DbCommand command, string name, object? value)
    {
        DbParameter parameter = command is SqliteCommand ? new SqliteParameter(name, ForSqlite(value)) : ForPostgres(name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    public static NpgsqlParameter ForPostgres(string name, object? value) =>
        value is DateTime civil
            ? new NpgsqlParameter(name, NpgsqlDbType.Timestamp) { Value = civil }
            : new NpgsqlParameter(name, value switch { null => DBNull.Value, DateTimeOffset i => i.ToUniversalTime(), _ => value });

    public static object ForSqlite(object? value) =>
        value switch
        {
            null => DBNull.Value,
            Guid key => key.ToByteArray(true),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DateTime civil => civil.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            DateTimeOffset instant => Instants.Write(instant),
            bool yes => yes ? 1L : 0L,
            decimal number => (double)number,
            _ => value,
        };

    public static Guid Key(this DbDataReader row, int column) =>
        row is SqliteDataReader sqlite ? new Guid(sqlite.GetFieldValue<byte[]>(column), true) : row.GetGuid(column);

    public static Guid? KeyOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Key(column);

    public static DateTimeOffset Instant(this DbDataReader row, int column) =>
        row is SqliteDataReader ? Instants.Read(row.GetString(column)) : row.GetFieldValue<DateTimeOffset>(column);

    public static DateOnly Day(this DbDataReader row, int column) =>
        row is SqliteDataReader ? ParseDay(row.GetString(column)) : row.GetFieldValue<DateOnly>(column);

    public static DateOnly? DayOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Day(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static bool? YesOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    private static DateOnly ParseDay(string text) =>
        new(
            (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
            (text[5] - '0') * 10 + (text[6] - '0'),
            (text[8] - '0') * 10 + (text[9] - '0')
        );
}
