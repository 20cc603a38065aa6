using Npgsql;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Build;

public enum Server
{
    Sqlite,
    Postgres,
}

/// <summary>A migrated, empty database of a test's own, on either server; dropped with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "THROUGHGATE_TEST_PG";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static int _count;

    // Copying the files is twice as quick as writing them to the log, where the server can be told so (since version 15).
    private static readonly Lazy<Task<string>> Copying = new(async () =>
    {
        await using var connection = new NpgsqlConnection($"{Admin()};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        return connection.PostgreSqlVersion.Major >= 15 ? " strategy file_copy" : "";
    });

    private TestDatabase(Connection connection) => Connection = connection;

    public Connection Connection { get; }

    /// <summary>For [MemberData]: every data test runs on both.</summary>
    public static TheoryData<Server> Both => [Server.Sqlite, Server.Postgres];

    public static async Task<TestDatabase> CreateAsync(Server server)
    {
        if (server == Server.Sqlite)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("throughgate-").FullName, "test.db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(new Connection(file));
        }

        var template = await Template.Value;
        var name = $"t_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await AdminAsync($"create database {name} template {template}{await Copying.Value}");
        return new TestDatabase(Serving($"{Admin()};Database={name};Pooling=true;Maximum Pool Size=20"));
    }

    public Db Context() => Connection.Context();

    public async ValueTask DisposeAsync()
    {
        if (Connection.File is { } file)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            return;
        }

        foreach (var text in new[] { Connection.Text, Connection.MigrationsText })
        {
            await using var pooled = new NpgsqlConnection(text);
            NpgsqlConnection.ClearPool(pooled);
        }

        await AdminAsync($"drop database {new NpgsqlConnectionStringBuilder(Connection.Text).Database} with (force)");
    }

    /// <summary>The throw-away cluster that ./do test starts. Without it the test is skipped by hand and fails in CI, where nothing may be missing.</summary>
    private static string Admin()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        if (given is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{Variable} names no PostgreSQL: run ./do test, or ./do pg and export what it prints");
        }

        return given ?? throw new InvalidOperationException($"{Variable} names no PostgreSQL; ./do test starts one");
    }

    /// <summary>As it should be run: an account that serves pages and owns nothing, so that rows are guarded in every test (R1).</summary>
    private static Connection Serving(string owner) => new(new NpgsqlConnectionStringBuilder(owner) { Username = Serves }.ToString(), owner);

    private const string Serves = "throughgate_serves";

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("throughgate-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await Migrator.MigrateAsync(new Connection(file), TextWriter.Null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // what stands beside the file goes into it
        return file;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"template_{Environment.ProcessId}";
        await AdminAsync($"create database {name}");
        await AdminAsync($"do $$ begin create role {Serves} login; exception when duplicate_object or unique_violation then null; end $$");
        await Migrator.MigrateAsync(Serving($"{Admin()};Database={name};Pooling=false"), TextWriter.Null);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static async Task AdminAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Admin()};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
