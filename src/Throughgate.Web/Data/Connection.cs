using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Throughgate.Web.Data;

/// <summary>
/// Which database, from one text: a path is a SQLite file, a text with "Host=" is PostgreSQL. A second connection, for migrations,
/// lets the account that serves pages lack the right to change the log.
/// </summary>
public sealed class Connection
{
    public Connection(string database, string? migrations = null)
    {
        IsSqlite = !database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        File = IsSqlite ? Path.GetFullPath(database.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? database[12..] : database) : null;
        Text = IsSqlite
            ? new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 30 }.ToString()
            : new NpgsqlConnectionStringBuilder(database) { ApplicationName = "throughgate", MaxAutoPrepare = 400 }.ToString();
        MigrationsText = migrations ?? Text;
        LogIsProtectedLess = !IsSqlite && (migrations is null || AccountOf(migrations) == AccountOf(database));
        if (!IsSqlite)
        {
            // The program's own work sees every row; a page's connection only what its reader may, once it is told who that is.
            var program = new NpgsqlConnectionStringBuilder(Text);
            program.Options = $"{program.Options} -c tg.program=on".Trim();
            ProgramText = program.ToString();
            _source = new NpgsqlDataSourceBuilder(ProgramText).Build();
            _pages = RowsAreGuarded ? new NpgsqlDataSourceBuilder(Text).Build() : _source;
        }
    }

    private readonly NpgsqlDataSource? _source;
    private readonly NpgsqlDataSource? _pages;

    private static string? AccountOf(string text) => new NpgsqlConnectionStringBuilder(text).Username;

    public bool IsSqlite { get; }

    /// <summary>Full path of the SQLite file; null on PostgreSQL.</summary>
    public string? File { get; }

    public string Text { get; }

    /// <summary>For the program's own work on PostgreSQL, which sees every row; null on SQLite.</summary>
    public string? ProgramText { get; }

    public string MigrationsText { get; }

    /// <summary>On PostgreSQL with one account for everything, that account could drop the log's triggers.</summary>
    public bool LogIsProtectedLess { get; }

    /// <summary>PostgreSQL with an account of its own for pages: row-level security says a second time who may see what.</summary>
    public bool RowsAreGuarded => !IsSqlite && !LogIsProtectedLess;

    /// <param name="keep">The context is a page's, used again and again: its connection stays open, and its statements prepared. It sees what the page's reader may.</param>
    public void Configure(DbContextOptionsBuilder options, bool keep = false)
    {
        if (IsSqlite)
        {
            var text = keep ? new SqliteConnectionStringBuilder(Text) { Pooling = false }.ToString() : Text;
            options.UseSqlite(text).AddInterceptors(keep ? SqliteSettings.Kept : SqliteSettings.Plain);
        }
        else
        {
            options.UseNpgsql(keep ? _pages! : _source!);
        }
    }

    /// <summary>A connection of its own, open, with the same settings as the model's.</summary>
    public async Task<DbConnection> OpenAsync(bool forMigrations = false, CancellationToken cancel = default)
    {
        var connection = Closed(forMigrations);
        await connection.OpenAsync(cancel);
        return Settled(connection);
    }

    /// <summary>The same, for the few who cannot await.</summary>
    public DbConnection Open()
    {
        var connection = Closed(forMigrations: false);
        connection.Open();
        return Settled(connection);
    }

    private DbConnection Closed(bool forMigrations) =>
        IsSqlite ? new SqliteConnection(forMigrations ? MigrationsText : Text)
        : forMigrations ? new NpgsqlConnection(MigrationsText)
        : _source!.CreateConnection();

    private static DbConnection Settled(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
        {
            SqliteSettings.Apply(sqlite);
        }

        return connection;
    }

    /// <summary>A context outside a web request: command line, jobs, tests.</summary>
    public Db Context()
    {
        var options = new DbContextOptionsBuilder<Db>();
        Configure(options);
        return new Db(options.Options);
    }
}
