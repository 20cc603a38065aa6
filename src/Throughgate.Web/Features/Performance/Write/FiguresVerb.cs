using System.CommandLine;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Performance.Write;

/// <summary>
/// <c>figures</c>: the figures of performance (PER-1) of a scheme, of one of its YOTs, or of everybody, for a quarter, a financial year or any days, and the
/// time before. One measure alone comes with its breakdowns.
/// </summary>
public static class FiguresVerb
{
    public static Command Command(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string?>("--scheme") { HelpName = "CODE", Description = "The scheme, such as leeds; without it, everybody." };
        var yot = new Option<string?>("--yot") { HelpName = "CODE", Description = "Only who lives in this YOT of the scheme." };
        var year = new Option<string?>("--year") { HelpName = "YEAR", Description = "The financial year, such as 2010-11." };
        var quarter = new Option<string?>("--quarter") { HelpName = "N", Description = "Only this quarter of the year: 1 (April to June) to 4 (January to March)." };
        var from = new Option<string?>("--from") { HelpName = "DAY", Description = "In place of a year: the first day, as 2010-04-01." };
        var to = new Option<string?>("--to") { HelpName = "DAY", Description = "The last day; without it, the first." };
        var measure = new Option<string?>("--measure") { HelpName = "CODE", Description = "Only this measure, with its breakdowns: address-14. docs/figures.md has the codes." };
        var json = new Option<bool>("--json") { Description = "Write JSON; without it, CSV." };
        var cases = new Option<bool>("--cases") { Description = "With --json: the references of everybody counted, each with the day and the part." };
        var command = new Command("figures", "The figures of performance, over a period and the one before.") { scheme, yot, year, quarter, from, to, measure, json, cases, db };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var level = LevelOf(parsed.GetValue(scheme), parsed.GetValue(yot));
                var period = parsed.GetValue(year) is { } asked
                    ? YearOrQuarter(asked, parsed.GetValue(quarter))
                    : DaysOf(parsed.GetValue(from), parsed.GetValue(to), terminal.Today);
                if (parsed.GetValue(year) is null ? parsed.GetValue(quarter) is not null : parsed.GetValue(from) is not null || parsed.GetValue(to) is not null)
                {
                    throw new UsageException("Give --year (with --quarter, or alone), or --from and --to, not both.");
                }

                var only = MeasureOf(parsed.GetValue(measure), level);
                if (parsed.GetValue(cases) && !parsed.GetValue(json))
                {
                    throw new UsageException("--cases goes with --json: CSV has one line a figure.");
                }

                var connection = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var calendar = new WorkingCalendar(Reference.Instance.BankHolidays, Reference.Instance.BankHolidays.Max().Year);
                var answered = await new ReckonFigures(connection, calendar, new(terminal.Time)).OpenAsync(level, [level], period, only, new HashSet<Guid>(), cancel);
                await terminal.Output.WriteAsync(parsed.GetValue(json) ? FiguresJson.Text(answered, parsed.GetValue(cases)) + "\n" : FiguresCsv.Text(answered));
                return Exit.Done;
            }
        );
        return command;
    }

    private static Level LevelOf(string? scheme, string? yot)
    {
        if (scheme is null)
        {
            return yot is null ? Level.OfNation("England and Wales") : throw new UsageException("--yot needs --scheme: a YOT of which scheme?");
        }

        if (!Reference.Instance.Schemes.ContainsKey(scheme))
        {
            throw new UsageException($"--scheme \"{scheme}\" is not the code of a scheme. The codes stand in data/schemes.csv, for example leeds.");
        }

        return yot is null ? Level.OfScheme(scheme)
            : Reference.Instance.Yots.ContainsKey(yot) && Reference.Instance.SchemeOfYot(yot) == scheme ? Level.OfYot(scheme, yot)
            : throw new UsageException($"--yot \"{yot}\" is not a YOT of {scheme}. The codes stand in data/yots.csv.");
    }

    private static PeriodAsked YearOrQuarter(string year, string? quarter) =>
        FinancialQuarter.TryParse(year, quarter ?? "1", out var asked, out var expected)
            ? quarter is null ? PeriodAsked.Year(asked) : PeriodAsked.Quarter(asked)
            : throw new UsageException($"--year \"{year}\" --quarter \"{quarter}\" is not a period. Expected was {expected}.");

    private static PeriodAsked DaysOf(string? from, string? to, DateOnly today) =>
        from is null
            ? throw new UsageException("Give --year (with --quarter, or alone), or --from and --to.")
            : PeriodAsked.Read("days", from, to, today)
                ?? throw new UsageException($"--from \"{from}\" --to \"{to}\" is not a run of days. Write both as yyyy-MM-dd, the earlier first, for example 2010-04-01 and 2010-06-30.");

    private static Measure? MeasureOf(string? code, Level level)
    {
        if (code is null)
        {
            return null;
        }

        var measure = MeasureRegister.Find(code) ?? throw new UsageException($"There is no measure {code}; they are {string.Join(", ", MeasureRegister.All.Select(m => m.Code))}.");
        return level.Has(measure) ? measure : throw new UsageException($"{code} is an indicator of another country than the scheme's.");
    }
}
