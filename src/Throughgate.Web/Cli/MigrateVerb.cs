using System.CommandLine;
using Throughgate.Web.Data;

namespace Throughgate.Web.Cli;

/// <summary><c>migrate</c>: brings the database forward to this program's schema, as every start does.</summary>
public static class MigrateVerb
{
    public static Command Command(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var command = new Command("migrate", "Bring a database forward to this program's schema. Every other verb, and every start, does so too.") { db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await terminal.OpenAsync(parsed.GetValue(db), cancel);
                await terminal.Output.WriteLineAsync($"The database is at {Migrator.All[^1].Name}.");
                return Exit.Done;
            }
        );
        return command;
    }
}
