using System.Data.Common;
using Npgsql;
using Throughgate.Web.Data;

namespace Throughgate.Web.Keeping;

/// <summary>A table, and which of its rows belong to one young person (parameter <c>@person</c>, with the records merged into theirs).</summary>
public sealed record PersonTable(string Name, string Where);

/// <summary>
/// Every table with rows of a young person, read from the database itself: by its column person_id, case_id or sentence_id, or by what it hangs on. A table that
/// somebody adds is found without being named anywhere. What hangs on another comes first, so that rows can be taken away in this order.
/// </summary>
public static class PersonTables
{
    public const string People = "id = @person or merged_into = @person";

    private const string Theirs = $"select id from people where {People}";

    /// <summary>Tables that say what was done with records: they are kept, and hold keys alone or are emptied by name.</summary>
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal) { "history", "access_log", "erased_rows", "disposals", "looks", "look_reviews" };

    public static async Task<IReadOnlyList<PersonTable>> ReadAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancel = default)
    {
        var columns = await RowsAsync(connection, transaction, connection is NpgsqlConnection ? PostgresColumns : SqliteColumns, cancel);
        var keys = (await RowsAsync(connection, transaction, connection is NpgsqlConnection ? PostgresKeys : SqliteKeys, cancel)).Where(k => k[0] != k[2]).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal) { ["people"] = People };
        foreach (var of in columns.GroupBy(c => c[0], c => c[1], StringComparer.Ordinal).Where(t => t.Key != "people" && !Apart.Contains(t.Key)))
        {
            var where = of.Contains("person_id") ? $"person_id in ({Theirs})"
                : of.Contains("case_id") ? $"case_id in (select id from cases where person_id in ({Theirs}))"
                : of.Contains("sentence_id") ? $"sentence_id in (select id from sentences where person_id in ({Theirs}))"
                : null;
            if (where is not null)
            {
                found[of.Key] = where;
            }
        }

        for (var before = 0; before != found.Count; )
        {
            before = found.Count;
            foreach (var key in keys.Where(k => !Apart.Contains(k[0]) && !found.ContainsKey(k[0]) && found.ContainsKey(k[2])).ToList())
            {
                found.TryAdd(key[0], $"{key[1]} in (select {key[3]} from {key[2]} where {found[key[2]]})");
            }
        }

        return Ordered(found, keys);
    }

    private static List<PersonTable> Ordered(Dictionary<string, string> found, List<string[]> keys)
    {
        var (ordered, left) = (new List<PersonTable>(), new SortedSet<string>(found.Keys, StringComparer.Ordinal));
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(t => !keys.Any(k => k[2] == t && left.Contains(k[0]))) ?? left.Min!;
            ordered.Add(new(next, found[next]));
            left.Remove(next);
        }

        return ordered;
    }

    private const string SqliteColumns = "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' order by 1, 2";

    private const string SqliteKeys = "select m.name, k.\"from\", k.\"table\", coalesce(k.\"to\", 'id') from sqlite_master m join pragma_foreign_key_list(m.name) k where m.type = 'table' order by 1, 2";

    private const string PostgresColumns = "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public' order by 1, 2";

    private const string PostgresKeys =
        """
        select c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, b.attname::text
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
        where c.contype = 'f' order by 1, 2
        """;

    private static async Task<List<string[]>> RowsAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.Command(sql);
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<string[]>();
        while (await row.ReadAsync(cancel))
        {
            rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)]);
        }

        return rows;
    }
}
