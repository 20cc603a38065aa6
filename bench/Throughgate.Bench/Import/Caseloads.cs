using Npgsql;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Caseload.Import;

namespace Throughgate.Bench.Import;

/// <summary>The made-up caseload in a database, for every bench that reads: on SQLite, and on PostgreSQL where there is one.</summary>
public static class Caseloads
{
    /// <summary>The databases to measure on, by the name that stands in a figure's name.</summary>
    public static async IAsyncEnumerable<(string Server, Connection Database)> EachAsync(Setting setting)
    {
        yield return ("sqlite", await MadeAsync(setting, new Connection(Path.Combine(setting.Folder, $"bench-{setting.Name}.db"))));
        if (Setting.Postgres is not { } server)
        {
            yield break;
        }

        var name = $"bench_{setting.Name.Replace('-', '_')}";
        if (!setting.IsKept)
        {
            await AdminAsync(server, $"drop database if exists {name} with (force)");
        }

        if (!setting.IsKept || !await ExistsAsync(server, name))
        {
            await AdminAsync(server, $"create database {name}");
        }

        yield return ("postgres", await MadeAsync(setting, new Connection($"{server};Database={name}")));
        if (!setting.IsKept)
        {
            NpgsqlConnection.ClearAllPools();
            await AdminAsync(server, $"drop database {name} with (force)");
        }
    }

    /// <summary>The bundle itself, written once.</summary>
    public static string Bundle(Setting setting)
    {
        var folder = Path.Combine(setting.Folder, $"caseload-{setting.Name}");
        if (!Directory.Exists(folder))
        {
            SyntheticBundle.Write(folder, setting.People, setting.Days);
        }

        return folder;
    }

    public static async Task AdminAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> ExistsAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_database where datname = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    private static async Task<Connection> MadeAsync(Setting setting, Connection database)
    {
        await Migrator.MigrateAsync(database, TextWriter.Null);
        await using (var opened = await database.OpenAsync())
        {
            await using var count = opened.Command("select count(*) from cases");
            if (Convert.ToInt64(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) == setting.People)
            {
                return database;
            }
        }

        await new ImportCaseload(database, TimeProvider.System).RunAsync(Bundle(setting), Actor.CommandLine);
        if (!database.IsSqlite)
        {
            await using var opened = await database.OpenAsync();
            await opened.RunAsync("analyze");
        }

        return database;
    }
}
