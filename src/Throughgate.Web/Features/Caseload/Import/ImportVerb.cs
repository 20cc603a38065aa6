using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Import;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary><c>import</c>: a caseload bundle, all or nothing.</summary>
public static class ImportVerb
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Command(Terminal terminal)
    {
        var bundle = new Argument<string>("bundle") { HelpName = "BUNDLE", Description = "A folder of CSV files, a .zip of it, or one CSV file." };
        var db = Terminal.DatabaseOption();
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var dry = new Option<bool>("--dry-run") { Description = "Do everything but keep it: what would be added, changed and left, with conflicts and warnings." };
        var theirs = new Option<bool>("--take-theirs") { Description = "Where a row was recorded or corrected here, take the bundle's. Without it ours is kept." };
        var command = new Command("import", "Bring a caseload in. All or nothing; can be repeated.") { bundle, db, json, dry, theirs };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var import = new ImportCaseload(await terminal.OpenAsync(parsed.GetValue(db), cancel), terminal.Time)
                {
                    Rehearse = parsed.GetValue(dry),
                    TakeTheirs = parsed.GetValue(theirs),
                    Progress = p => terminal.Error.WriteLine(p.Rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"{p.Step} ({p.Rows:N0} rows)") : p.Step),
                };
                try
                {
                    var outcome = await import.RunAsync(parsed.GetValue(bundle)!, Actor.CommandLine with { Name = Terminal.Actor }, cancel: cancel);
                    await (parsed.GetValue(json) ? WriteJsonAsync(terminal, outcome, import.Rehearse) : WriteTextAsync(terminal, outcome, import.Rehearse));
                    return outcome.IsRefused ? Exit.Refused : Exit.Done;
                }
                catch (ImportRunningException running)
                {
                    throw new RefusedException(running.Message);
                }
            }
        );
        return command;
    }

    private static async Task WriteJsonAsync(Terminal terminal, ImportOutcome outcome, bool rehearsed)
    {
        var (report, more) = (outcome.Report, outcome.ProblemCount > outcome.Problems.Count);
        var answer = new
        {
            report.Added,
            report.Changed,
            report.Left,
            Problems = outcome.Problems.Select(p => new { p.File, p.Line, p.Column, Problem = p.What, p.Expected }),
            ProblemCount = more ? outcome.ProblemCount : (long?)null,
            Conflicts = rehearsed ? report.Conflicts.Select(Cell) : null,
            Kept = rehearsed ? report.Kept.Select(Cell) : null,
            Warnings = rehearsed ? report.Warnings : null,
        };
        await terminal.Output.WriteLineAsync(JsonSerializer.Serialize(answer, Shape));
        await WarnAsync(terminal, outcome);
    }

    private static object Cell(Opposed cell) => new { cell.File, cell.Line, cell.Reference, cell.Column, cell.Ours, cell.Theirs };

    private static async Task WriteTextAsync(Terminal terminal, ImportOutcome outcome, bool rehearsed)
    {
        var report = outcome.Report;
        if (outcome.IsRefused)
        {
            foreach (var problem in outcome.Problems)
            {
                await terminal.Error.WriteLineAsync(problem.ToString());
            }

            await terminal.Error.WriteLineAsync(
                $"Refused: {outcome.ProblemCount} {(outcome.ProblemCount == 1 ? "problem" : "problems")}"
                    + $"{(outcome.ProblemCount > outcome.Problems.Count ? $", the first {outcome.Problems.Count} above" : "")}. Nothing was written."
            );
            return;
        }

        foreach (var file in BundleFiles.All)
        {
            if (report.Files.GetValueOrDefault(file.Name) is { Rows: > 0 } counts)
            {
                await terminal.Output.WriteLineAsync($"{file.FileName}: {counts.Added} added, {counts.Changed} changed, {counts.Left} left");
            }
        }

        await terminal.Output.WriteLineAsync($"{report.Added} added, {report.Changed} changed, {report.Left} left{(rehearsed ? " (dry run: nothing was written)" : "")}");
        await ListAsync(terminal, report.Conflicts, report.ConflictCount, "recorded or corrected here and otherwise in the bundle");
        await ListAsync(terminal, report.Kept, report.KeptCount, "known here and empty in the bundle; what is known is kept");
        await WarnAsync(terminal, outcome);
    }

    private static async Task ListAsync(Terminal terminal, IReadOnlyList<Opposed> cells, long count, string what)
    {
        if (count == 0)
        {
            return;
        }

        await terminal.Error.WriteLineAsync($"{count} {what}:");
        foreach (var cell in cells)
        {
            await terminal.Error.WriteLineAsync($"{cell.File}:{cell.Line}: {cell.Reference} {cell.Column}: ours {cell.Ours ?? "–"}, theirs {cell.Theirs ?? "–"}");
        }
    }

    private static async Task WarnAsync(Terminal terminal, ImportOutcome outcome)
    {
        foreach (var warning in outcome.Report.Warnings)
        {
            await terminal.Error.WriteLineAsync($"Warning: {warning.Count} {warning.Text}");
        }
    }
}
