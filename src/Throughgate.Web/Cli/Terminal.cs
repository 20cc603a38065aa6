using System.CommandLine;
using System.Globalization;
using Throughgate.Web.Data;

namespace Throughgate.Web.Cli;

/// <summary>
/// What a verb may touch: standard output for the answer and nothing else, standard error for messages and progress, the clock, and the
/// database, which is migrated before a verb sees it.
/// </summary>
public sealed class Terminal(TextWriter output, TextWriter error, TimeProvider time, string? database = null, string? migrations = null, TextReader? input = null)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    public TimeProvider Time => time;

    public DateOnly Today => new London(time).Today;

    /// <summary>Who stands in history for what the command line did.</summary>
    public static string Actor => $"command line ({Environment.UserName})";

    /// <summary>The same as an actor of history and log.</summary>
    public Access.Actor Who => Access.Actor.CommandLine with { Name = Actor };

    /// <summary>A line that must not be seen (a password), from standard input; asked for where somebody sits at the keyboard.</summary>
    public async Task<string> ReadSecretAsync(string question)
    {
        if (input is null && !Console.IsInputRedirected)
        {
            await error.WriteAsync(question);
            var typed = Secret.ReadFromKeyboard();
            await error.WriteLineAsync();
            return typed;
        }

        return await (input ?? Console.In).ReadLineAsync() ?? "";
    }

    /// <summary>The option that every verb with a database has. Add it to the command, and give its value to <see cref="OpenAsync"/>.</summary>
    public static Option<string?> DatabaseOption() =>
        new("--db") { HelpName = "FILE", Description = "SQLite file, or a PostgreSQL connection string. Without it: THROUGHGATE_DB, else throughgate.db in this folder." };

    /// <summary>The database of <c>--db</c>, else of the settings, brought forward to this program's schema.</summary>
    public async Task<Connection> OpenAsync(string? db, CancellationToken cancel)
    {
        var connection = new Connection(db ?? database ?? "throughgate.db", db is null ? migrations : null);
        await Migrator.MigrateAsync(connection, error, cancel);
        return connection;
    }

    /// <summary>A terminal on the console, with the database of appsettings.json or the environment (THROUGHGATE_DB, THROUGHGATE_DB_MIGRATIONS).</summary>
    public static Terminal OfConsole()
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 64 * 1024) { NewLine = "\n" };
        return new(output, Console.Error, TimeProvider.System, settings["THROUGHGATE_DB"], settings["THROUGHGATE_DB_MIGRATIONS"]);
    }

    /// <summary>The last word of a verb that succeeded or not: flush, because standard output is buffered.</summary>
    public async Task FlushAsync()
    {
        await output.FlushAsync();
        await error.FlushAsync();
    }

    /// <summary>yyyy-MM-dd, or wrong usage that names the option.</summary>
    public static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"{option} \"{text}\" is not a date. Write it as yyyy-MM-dd, for example 2010-09-15.");
}
