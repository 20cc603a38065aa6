using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Throughgate.Tests.Build;

/// <summary>Every table of a database as text: a line a row, in order. For "nothing was lost".</summary>
public static class TableDump
{
    public static async Task<SortedDictionary<string, IReadOnlyList<string>>> DumpAsync(this TestDatabase database)
    {
        await using var connection = await database.Connection.OpenAsync();
        var tables = await RowsAsync(
            connection,
            connection is SqliteConnection
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                : "select table_name from information_schema.tables where table_schema = 'public'"
        );
        var dump = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            dump[table] = await RowsAsync(connection, $"select * from {table}");
        }

        return dump;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(string.Join(" | ", Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Text(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            IFormattable known => known.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
