using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Throughgate.Domain.Rules;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Duties.List;

/// <summary><c>duties --scheme CODE --on DAY</c>: every duty of the scheme's cases in view on that day.</summary>
public static class DutiesVerb
{
    public static Command Command(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string>("--scheme") { HelpName = "CODE", Description = "The scheme, as data/schemes.csv writes it: leeds.", Required = true };
        var on = new Option<string?>("--on") { HelpName = "DAY", Description = "The day looked at, as 2010-06-01; without it, today. Nothing later is seen." };
        var rule = new Option<string?>("--rule") { HelpName = "ID", Description = "Only this rule: OFR-1." };
        var all = new Option<bool>("--all") { Description = "The rules beyond the nine of the bundle, too." };
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var command = new Command("duties", "List what is due for whom, and where it stands.") { scheme, on, rule, all, json, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var code = SchemeOf(parsed.GetValue(scheme)!);
                var day = DayOf(parsed.GetValue(on)) ?? terminal.Today;
                var only = RuleOf(parsed.GetValue(rule));
                await using var connection = await (await terminal.OpenAsync(parsed.GetValue(db), cancel)).OpenAsync(cancel: cancel);
                var calendar = new WorkingCalendar(Reference.Instance.BankHolidays, Reference.Instance.BankHolidays.Max().Year);
                var duties = (await connection.DutiesOfSchemeAsync(calendar, code, day, cancel)).Duties.Where(d =>
                    only is null ? parsed.GetValue(all) || DutyRules.IsOfBundle(d) : d.RuleId == only
                );
                if (parsed.GetValue(json))
                {
                    await terminal.Output.WriteLineAsync(Json(duties));
                }
                else
                {
                    await WriteTableAsync(terminal, duties, day);
                }

                return Exit.Done;
            }
        );
        return command;
    }

    private static string SchemeOf(string code) =>
        Reference.Instance.Schemes.ContainsKey(code)
            ? code
            : throw new UsageException($"There is no scheme {code}; data/schemes.csv lists them by their code, such as leeds.");

    private static DateOnly? DayOf(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"--on {text} is no day; write it as 2010-06-01.");

    private static string? RuleOf(string? id) =>
        id is null || DutyRules.Find(id) is not null
            ? id
            : throw new UsageException($"No duty has the rule {id}; they are {string.Join(", ", DutyRules.All.Select(r => r.Citation.Rule))}.");

    private static string Json(IEnumerable<Duty> duties)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, IndentSize = 1 }))
        {
            writer.WriteStartArray();
            foreach (var duty in duties)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", duty.RuleId);
                writer.WriteString("case", duty.Case);
                writer.WriteString("due", Iso(duty.Due));
                writer.WriteString("state", duty.StateCode);
                writer.WriteString("met_on", duty.MetOn is { } met ? Iso(met) : null);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static async Task WriteTableAsync(Terminal terminal, IEnumerable<Duty> duties, DateOnly on)
    {
        var count = 0;
        foreach (var duty in duties)
        {
            await terminal.Output.WriteLineAsync($"{Iso(duty.Due)}  {duty.RuleId, -6}  {duty.StateCode, -8}  {(duty.MetOn is { } met ? Iso(met) : ""), -10}  {duty.Case}");
            count++;
        }

        await terminal.Error.WriteLineAsync($"{count} duties on {Iso(on)}.");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
