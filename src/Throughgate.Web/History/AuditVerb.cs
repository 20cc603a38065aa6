using System.CommandLine;
using Throughgate.Web.Cli;
using Throughgate.Web.History.Anchors;
using Throughgate.Web.History.Aside;
using Throughgate.Web.History.Looks;

namespace Throughgate.Web.History;

/// <summary><c>audit …</c>: whether history and log are whole, and if not, which row is the first that is not; the anchors that a cut tail is found by.</summary>
public static class AuditVerb
{
    public static Command Command(Terminal terminal) => new("audit", "Check history and log.") { Verify(terminal), WriteAnchor(terminal), Key(terminal), Take(terminal), Index(terminal) };

    private static Command Verify(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var anchors = Anchors();
        var key = new Option<string?>("--key") { HelpName = "FILE", Description = "The public key of the anchors (or the private one). Without it: THROUGHGATE_ANCHOR_KEY." };
        var verify = new Command(
            "verify",
            "Reckon the chains of history and log anew. One line a chain: its name, its rows and its last hash. With anchors a cut tail and a chain made anew are found, too. Exit code 1 where a chain is broken."
        )
        {
            db,
            anchors,
            key,
        };
        verify.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var file = parsed.GetValue(anchors) ?? Setting("THROUGHGATE_ANCHORS");
                var signer = parsed.GetValue(key) ?? Setting("THROUGHGATE_ANCHOR_KEY");
                if (file is not null && signer is null)
                {
                    throw new UsageException("Anchors are checked with the key that signed them: --key FILE.");
                }

                var known = file is null ? [] : await AnchorFile.ReadAsync(file, signer!, cancel);
                var broken = 0;
                await foreach (var state in ChainAudit.VerifyAsync(database, known, cancel))
                {
                    await terminal.Output.WriteLineAsync($"{state.Chain}\t{state.Rows}\t{state.Head}\t{(state.Broken is null ? "whole" : "broken")}");
                    if (state.Broken is { } where)
                    {
                        broken++;
                        await terminal.Error.WriteLineAsync($"Broken: {where}. Compare with a back-up from before; nothing was changed now.");
                    }
                }

                return broken == 0 ? Exit.Done : Exit.Refused;
            }
        );
        return verify;
    }

    private static Command WriteAnchor(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var anchors = Anchors();
        var key = new Option<string?>("--key") { HelpName = "FILE", Description = "The private key. Without it: THROUGHGATE_ANCHOR_KEY." };
        var anchor = new Command("anchor", "Write how every chain stands, signed, to a file outside the database. The server does it every morning where both settings are there.") { db, anchors, key };
        anchor.SetAction(
            async (parsed, cancel) =>
            {
                var file = AnchorFile.Of(parsed.GetValue(anchors) ?? Setting("THROUGHGATE_ANCHORS"), parsed.GetValue(key) ?? Setting("THROUGHGATE_ANCHOR_KEY")) ?? throw new UsageException("Name the file of anchors and its key: --anchors FILE --key FILE.");
                foreach (var written in await file.WriteAsync(await terminal.OpenAsync(parsed.GetValue(db), cancel), terminal.Time.GetUtcNow(), cancel))
                {
                    await terminal.Output.WriteLineAsync(written.Line);
                }

                return Exit.Done;
            }
        );
        return anchor;
    }

    private static Command Key(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "Where the private key goes; the public one stands beside it with .pub." };
        var key = new Command("key", "Make the pair of keys that anchors are signed with.") { path };
        key.SetAction(
            async (parsed, _) =>
            {
                AnchorFile.MakeKey(parsed.GetValue(path)!);
                await terminal.Error.WriteLineAsync($"Keep {parsed.GetValue(path)} where only this program reads it, and a copy of {parsed.GetValue(path)}.pub with whoever checks the log.");
                return Exit.Done;
            }
        );
        return key;
    }

    private static Command Take(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var path = new Argument<string>("FILE") { Description = "What THROUGHGATE_LOG_ASIDE named." };
        var take = new Command("take-in", "Bring rows that were written aside, while the log could not be written, into the log. Keep the file.") { path, db };
        take.SetAction(
            async (parsed, cancel) =>
            {
                try
                {
                    var rows = await TakeIn.RunAsync(await terminal.OpenAsync(parsed.GetValue(db), cancel), parsed.GetValue(path)!, terminal.Who, terminal.Time, cancel);
                    await terminal.Output.WriteLineAsync($"{rows} rows taken in");
                    return Exit.Done;
                }
                catch (FormatException broken)
                {
                    throw new RefusedException($"{broken.Message} Nothing was written.");
                }
            }
        );
        return take;
    }

    private static Command Index(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var index = new Command("index", "Make the log's index by young person anew. Nothing of the log is changed.") { db };
        index.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                await terminal.Output.WriteLineAsync($"{await LookIndex.AnewAsync(database, cancel)} rows read");
                return Exit.Done;
            }
        );
        return index;
    }

    private static Option<string?> Anchors() => new("--anchors") { HelpName = "FILE", Description = "The file of anchors. Without it: THROUGHGATE_ANCHORS." };

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
