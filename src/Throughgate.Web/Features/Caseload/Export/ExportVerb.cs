using System.CommandLine;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Caseload.Export;

/// <summary><c>export</c>: the caseload as a bundle that <c>import</c> reads.</summary>
public static class ExportVerb
{
    public static Command Command(Terminal terminal)
    {
        var bundle = new Argument<string>("bundle") { HelpName = "BUNDLE", Description = "A folder to write to, or a name that ends in .zip." };
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string?>("--scheme") { HelpName = "CODE", Description = "Only this scheme's cases, their people, and all sentences and residences of those people." };
        var command = new Command("export", "Take a caseload out. Importing it again changes nothing.") { bundle, db, scheme };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var code = parsed.GetValue(scheme);
                if (code is not null && !Reference.Instance.Schemes.ContainsKey(code))
                {
                    throw new UsageException($"--scheme \"{code}\" is not the code of a scheme. The codes stand in data/schemes.csv, for example leeds.");
                }

                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var people = await new ExportCaseload(database).RunAsync(parsed.GetValue(bundle)!, code, cancel);
                await using var log = new AccessLog(database);
                await log.WriteAsync(LogRow(terminal, code, people));
                await terminal.Output.WriteLineAsync(parsed.GetValue(bundle));
                return Exit.Done;
            }
        );
        return command;
    }

    private static Data.Rows.AccessRow LogRow(Terminal terminal, string? scheme, IReadOnlyList<Guid> people) =>
        new()
        {
            Chain = scheme ?? Actor.National,
            At = terminal.Time.GetUtcNow(),
            ActorName = Link.Text(Terminal.Actor),
            Role = Actor.CommandLine.Role,
            Action = "cli export",
            Outcome = "exported",
            People = System.Text.Json.JsonSerializer.Serialize(people),
            Detail = System.Text.Json.JsonSerializer.Serialize(new { exported = scheme is null ? "caseload of every scheme" : $"caseload of {scheme}" }),
            Hash = [],
        };
}
