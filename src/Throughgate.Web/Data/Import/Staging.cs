using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>Takes the rows of one file into its staging table.</summary>
internal interface IStage : IDisposable
{
    void Add(RowCells row);

    void Finish();
}

/// <summary>The staging tables: one a file, its rows with line number and keys, and small ones for what the comparison decides.</summary>
internal static class Staging
{
    public static IStage Open(ImportConnection connection, BundleFile file) =>
        connection.Inner is SqliteConnection sqlite ? new SqliteStage(sqlite, file) : new PostgresStage((NpgsqlConnection)connection.Inner, file);

    public static IEnumerable<string> KeyColumns(BundleFile file) => Enumerable.Range(0, file.Keys).Select(i => $"key{i}");

    /// <summary>Every column of a staging table, in the order in which rows are staged.</summary>
    public static IEnumerable<string> Columns(BundleFile file) =>
        ["line", .. KeyColumns(file), .. file.Columns.Select(c => c.Quoted), .. file.Derived.Select(d => "d_" + d)];

    public static async Task CreateAsync(ImportConnection connection, CancellationToken cancel)
    {
        var drop = connection.IsSqlite ? "" : " on commit drop";
        foreach (var file in BundleFiles.All)
        {
            IEnumerable<string> columns =
            [
                "line integer not null" + (connection.IsSqlite ? " primary key" : ""),
                .. KeyColumns(file).Select(k => $"{k} uuid"),
                .. file.Columns.Select(c => $"{c.Quoted} {TypeOf(c.Kind)}"),
                .. file.Derived.Select(d => $"d_{d} text"),
            ];
            await connection.RunAsync($"create temp table {file.Stage} ({string.Join(", ", columns)}){drop}", cancel);
            await connection.RunAsync($"create temp table m_{file.Name} (line integer not null primary key, id uuid not null){drop}", cancel);
            await connection.RunAsync($"create temp table o_{file.Name} (n integer not null primary key, id uuid not null, reference text not null){drop}", cancel);
        }

        await connection.RunAsync($"create temp table w_rows (line integer not null, id uuid not null){drop}", cancel);
        await connection.RunAsync($"create temp table w_merged (reference text not null, into_reference text not null, into_id uuid not null){drop}", cancel);
        await connection.RunAsync($"create temp table w_removed (id uuid not null){drop}", cancel);
        await connection.RunAsync($"create temp table w_dated (line integer not null, id uuid not null, known_from date not null, position integer not null){drop}", cancel);
    }

    /// <summary>What staged rows are looked up by, once they are all there.</summary>
    public static async Task IndexAsync(ImportConnection connection, CancellationToken cancel)
    {
        foreach (var name in (string[])["people", "sentences", "cases"])
        {
            var file = BundleFiles.Of(name);
            await connection.RunAsync($"create index {file.Stage}_key on {file.Stage} ({file.Key!.Quoted})", cancel);
        }

        if (!connection.IsSqlite)
        {
            foreach (var file in BundleFiles.All)
            {
                await connection.RunAsync($"analyze {file.Stage}", cancel);
            }
        }
    }

    private static string TypeOf(CellKind kind) =>
        kind switch
        {
            CellKind.Day => "date",
            CellKind.Moment => "timestamp",
            CellKind.Yes => "boolean",
            CellKind.Number => "integer",
            CellKind.Hours => "numeric",
            _ => "text",
        };

    /// <summary>A value as a small table of decisions takes it.</summary>
    public static async Task FillAsync(ImportConnection connection, string table, IReadOnlyList<object[]> rows, CancellationToken cancel)
    {
        await connection.RunAsync($"delete from {table}", cancel);
        if (rows.Count == 0)
        {
            return;
        }

        if (connection.Inner is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancel);
            foreach (var row in rows)
            {
                await copy.WriteRowAsync(cancel, row);
            }

            await copy.CompleteAsync(cancel);
            return;
        }

        var names = Enumerable.Range(0, rows[0].Length).Select(i => $"@p{i.ToString(CultureInfo.InvariantCulture)}").ToArray();
        await using var insert = connection.Inner.Command(
            $"insert into {table} values ({string.Join(", ", names)})",
            [.. names.Select((n, i) => (n, (object?)rows[0][i]))]
        );
        insert.Transaction = connection.Transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = Sql.ForSqlite(row[i]);
            }

            await insert.ExecuteNonQueryAsync(cancel);
        }
    }
}
