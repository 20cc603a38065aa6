using System.Data.Common;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Throughgate.Web.Data;

/// <summary>A database newer than this program: an older program must not write to it.</summary>
public sealed class NewerDatabaseException(int database, int program)
    : Exception(
        $"This database is at migration {database:0000} and this program knows up to {program:0000}. Start the newer program that last used it; nothing was changed."
    );

/// <summary>
/// Brings a database forward, one migration a transaction, in order, at start. Both databases roll a half-made migration back, so a
/// killed start is simply started again. A SQLite file that is about to change is copied first (ADR 0002).
/// </summary>
public static class Migrator
{
    public sealed record Migration(int Number, string Name, string Text);

    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>Applies what is missing and returns the names of what was applied.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(Connection database, TextWriter messages, CancellationToken cancel = default)
    {
        if (database.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }

        await using var connection = await database.OpenAsync(forMigrations: true, cancel);
        await connection.RunAsync(
            "create table if not exists schema_migrations (number integer not null primary key, name text not null, applied_at text not null)",
            cancel
        );
        var applied = new List<string>();
        var copied = false;
        while (true)
        {
            await using var transaction = Begin(connection);
            if (!database.IsSqlite)
            {
                await connection.RunAsync("select pg_advisory_xact_lock(7467001)", cancel);
            }

            var last = await LastAsync(connection, transaction, cancel);
            if (last > All[^1].Number)
            {
                throw new NewerDatabaseException(last, All[^1].Number);
            }

            if (All.FirstOrDefault(m => m.Number > last) is not { } next)
            {
                await Grants.GiveAsync(database, connection, cancel);
                await transaction.CommitAsync(cancel);
                return applied;
            }

            // A file that is made here has nothing to keep.
            copied |= last == 0;
            if (database.IsSqlite && !copied)
            {
                await transaction.RollbackAsync(cancel);
                await CopyAsync(connection, database.File!, last, messages, cancel);
                copied = true;
                continue;
            }

            await RunAsync(connection, transaction, For(next.Text, database.IsSqlite), cancel);
            await using var note = connection.Command(
                "insert into schema_migrations (number, name, applied_at) values (@number, @name, @at)",
                ("@number", next.Number),
                ("@name", next.Name),
                ("@at", Instants.Write(TimeProvider.System.GetUtcNow()))
            );
            note.Transaction = transaction;
            await note.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
            applied.Add(next.Name);
        }
    }

    private static DbTransaction Begin(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : connection.BeginTransaction();

    private static async Task<int> LastAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = connection.Command("select coalesce(max(number), 0) from schema_migrations");
        command.Transaction = transaction;
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task CopyAsync(DbConnection connection, string file, int last, TextWriter messages, CancellationToken cancel)
    {
        var copy = $"{file}.before-{last + 1:0000}";
        if (File.Exists(copy))
        {
            return;
        }

        await using var command = connection.Command("vacuum into @copy", ("@copy", copy));
        await command.ExecuteNonQueryAsync(cancel);
        await messages.WriteLineAsync($"Kept a copy of the database as it was: {copy}");
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The lines of a migration that this database runs.</summary>
    public static string For(string text, bool sqlite)
    {
        var lines = new StringBuilder(text.Length);
        var mine = true;
        foreach (var line in text.Split('\n'))
        {
            mine = line.Trim() switch
            {
                "-- only sqlite" => sqlite,
                "-- only postgres" => !sqlite,
                "-- both" => true,
                _ => mine,
            };
            if (mine)
            {
                lines.AppendLine(line);
            }
        }

        return lines.ToString();
    }

    private static List<Migration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("migrations/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    var name = n["migrations/".Length..^".sql".Length];
                    return new Migration(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
                }),
        ];
    }
}
