using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Api.Keys;

/// <summary><c>key list</c>, <c>key revoke ID</c>: the keys of programs, for whoever runs the site. None is made here: who makes one answers for a scheme.</summary>
public static class ApiKeyVerb
{
    public static Command Command(Terminal terminal) =>
        new("key", "The keys by which programs read a scheme's figures. They are made in the settings of the scheme.") { List(terminal), Revoke(terminal) };

    private static Command List(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string?>("--scheme") { HelpName = "CODE", Description = "One scheme only, such as leeds. Without it: all." };
        var command = new Command("list", "List keys: id, scheme, in force or not, last day, made by, last used, what it is for. The keys themselves are not kept.") { scheme, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var only = parsed.GetValue(scheme);
                if (only is not null && !Reference.Instance.Schemes.ContainsKey(only))
                {
                    throw new UsageException($"--scheme \"{only}\" is not the code of a scheme. The codes stand in data/schemes.csv, for example leeds.");
                }

                await using var context = (await terminal.OpenAsync(parsed.GetValue(db), cancel)).Context();
                var today = new London(terminal.Time).Today;
                foreach (var key in await context.Set<ApiKey>().AsNoTracking().Where(k => only == null || k.Scheme == only).OrderBy(k => k.Scheme).ThenBy(k => k.MadeAt).ToListAsync(cancel))
                {
                    await terminal.Output.WriteLineAsync(string.Join('\t', key.Id, key.Scheme, State(key, today), Day(key.EndsOn), key.MadeByName, key.UsedAt is { } used ? Day(DateOnly.FromDateTime(London.Civil(used))) : "never used", key.Name));
                }

                return Exit.Done;
            }
        );
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var id = new Argument<Guid>("id") { Description = "As the list has it." };
        var command = new Command("revoke", "Revoke a key: from now on it opens nothing. It cannot be undone.") { id, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var asked = parsed.GetValue(id);
                await using var context = (await terminal.OpenAsync(parsed.GetValue(db), cancel)).Context();
                var key = await context.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == asked, cancel) ?? throw new RefusedException($"There is no key {asked}. The list has them: throughgate key list");
                if (key.RevokedAt is not null)
                {
                    throw new RefusedException($"That key was revoked by {key.RevokedByName} on {Day(DateOnly.FromDateTime(London.Civil(key.RevokedAt.Value)))} already.");
                }

                (key.RevokedAt, key.RevokedByName) = (terminal.Time.GetUtcNow(), terminal.Who.Name);
                await context.SaveAsync(terminal.Who, terminal.Time, new ApiKeyRevoked(key.Id, key.Scheme, key.Name));
                await terminal.Output.WriteLineAsync($"Revoked: {key.Name} ({key.Scheme}). It opens nothing any more.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static string State(ApiKey key, DateOnly today) => key.RevokedAt is not null ? "revoked" : key.Opens(today) ? "in force" : "over";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
