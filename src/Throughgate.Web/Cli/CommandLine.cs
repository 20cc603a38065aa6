using System.CommandLine;
using Throughgate.Web.Data;

namespace Throughgate.Web.Cli;

/// <summary>The command line: the same actions as the pages, for scripts and for moving in.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args) => await RunAsync(args, Terminal.OfConsole());

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Throughgate on the command line. Exit codes: 0 done, 1 the input was refused, 2 wrong usage, 3 something failed.");
        foreach (var verb in Verbs.All)
        {
            root.Subcommands.Add(verb(terminal));
        }

        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(problem.Message);
            }

            await terminal.Error.WriteLineAsync($"Try: {string.Join(' ', Path(parsed.CommandResult.Command))} --help");
            return Exit.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false }
            );
        }
        catch (Exception stop)
        {
            var (code, message) = stop switch
            {
                UsageException => (Exit.WrongUsage, stop.Message),
                RefusedException => (Exit.Refused, stop.Message),
                NewerDatabaseException => (Exit.Failed, stop.Message),
                OperationCanceledException => (Exit.Failed, "Stopped before it was finished; nothing was written."),
                _ => (Exit.Failed, Environment.GetEnvironmentVariable("THROUGHGATE_TRACE") is null ? $"Failed: {stop.Message}" : stop.ToString()),
            };
            await terminal.Error.WriteLineAsync(message);
            return code;
        }
        finally
        {
            await terminal.FlushAsync();
        }
    }

    private static IEnumerable<string> Path(Command command) => command is RootCommand ? ["cli"] : ["cli", command.Name];
}
