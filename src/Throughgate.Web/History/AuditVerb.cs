using System.CommandLine;
using Throughgate.Web.Cli;

namespace Throughgate.Web.History;

/// <summary><c>audit verify</c>: whether history and log are whole, and if not, which row is the first that is not.</summary>
public static class AuditVerb
{
    public static Command Command(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var verify = new Command(
            "verify",
            "Reckon the chains of history and log anew. One line a chain: its name, its rows and its last hash; keep them elsewhere to notice a cut tail. Exit code 1 where a chain is broken."
        )
        {
            db,
        };
        verify.SetAction(
            async (parsed, cancel) =>
            {
                var database = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var broken = 0;
                await foreach (var state in ChainAudit.VerifyAsync(database, cancel))
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
        return new Command("audit", "Check history and log.") { verify };
    }
}
