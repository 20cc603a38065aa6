using System.Text;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Build;

/// <summary>Looks for a word in a whole database.</summary>
public static class Canaries
{
    /// <summary>Every cell of every table in which the canary stands, whatever its table: the whole database is read.</summary>
    public static async Task<List<string>> FindAsync(Connection database, string canary)
    {
        await using var connection = await database.OpenAsync();
        var tables = new List<string>();
        await using (var command = connection.Command(database.IsSqlite ? "select name from sqlite_master where type = 'table'" : "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))
        {
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                tables.Add(row.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.Command($"select * from \"{table}\"");
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                for (var i = 0; i < row.FieldCount; i++)
                {
                    var cell = row.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : row.GetValue(i).ToString() ?? "";
                    if (cell.Contains(canary, StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add($"{table}.{row.GetName(i)}: {cell}");
                    }
                }
            }
        }

        return found;
    }
}
