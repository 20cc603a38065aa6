using System.CommandLine;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Handing;

namespace Throughgate.Web.Features.Returns.Versions;

/// <summary><c>return replay</c>: reckons every frozen return anew from its own facts and says whether it comes to its own figures, people included.</summary>
public static class ReplayVerb
{
    public static Command Of(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string?>("--scheme") { HelpName = "CODE", Description = "One scheme only, such as leeds. Without it: all." };
        var command = new Command("replay", "Reckon every frozen return anew from the facts it was frozen with. Exit code 1 where one is not the same.") { scheme, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var connection = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var only = parsed.GetValue(scheme);
                if (only is not null && !Reference.Instance.Schemes.ContainsKey(only))
                {
                    throw new UsageException($"--scheme \"{only}\" is not the code of a scheme. The codes stand in data/schemes.csv, for example leeds.");
                }

                return await RunAsync(connection, only, terminal.Output, cancel) ? Exit.Done : Exit.Refused;
            }
        );
        return command;
    }

    /// <summary>False where one is not the same, or is not the one that history tells of.</summary>
    public static async Task<bool> RunAsync(Connection connection, string? scheme, TextWriter to, CancellationToken cancel)
    {
        var hashes = await HashesAsync(connection, cancel);
        var (all, same) = (0, 0);
        await foreach (var opened in new ReturnBook(connection).AllAsync(scheme, cancel))
        {
            var row = opened.Row;
            var said = hashes.GetValueOrDefault(row.Id);
            var problem = FrozenBundle.HashOf(row.Bundle) != row.Hash ? "the facts are not those that were frozen"
                : said != row.Hash ? "history tells of another fingerprint"
                : !Domain.Returns.Handing.Editions.Has(row.Edition) ? $"this program has no edition {row.Edition} of the counting rules"
                : !opened.Bundle.IsSame ? "the facts do not come to the figures"
                : null;
            (all, same) = (all + 1, same + (problem is null ? 1 : 0));
            await to.WriteLineAsync($"{row.Scheme} {opened.Bundle.Question.Quarter} version {row.Number}, edition {row.Edition}: {problem ?? "the same"}");
        }

        await to.WriteLineAsync($"{same} of {all} the same.");
        return same == all;
    }

    private static async Task<Dictionary<Guid, string>> HashesAsync(Connection connection, CancellationToken cancel)
    {
        await using var db = connection.Context();
        return (await db.SubmittedAsync(cancel)).ToDictionary(e => e.Return, e => e.Hash);
    }
}
