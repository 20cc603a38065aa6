using System.CommandLine;
using Throughgate.Domain.Returns;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Returns.Versions;
using Throughgate.Web.Features.Returns.Write;

namespace Throughgate.Web.Features.Returns.Reckon;

/// <summary><c>return</c>: tables I1 to I5 of one scheme and quarter, as text, JSON or CSV.</summary>
public static class ReturnVerb
{
    public static Command Command(Terminal terminal)
    {
        var db = Terminal.DatabaseOption();
        var scheme = new Option<string>("--scheme") { HelpName = "CODE", Required = true, Description = "The scheme, such as leeds." };
        var year = new Option<string>("--year") { HelpName = "YEAR", Required = true, Description = "The financial year, such as 2010-11." };
        var quarter = new Option<string>("--quarter") { HelpName = "N", Required = true, Description = "1 (April to June) to 4 (January to March)." };
        var reading = new Option<string?>("--reading")
        {
            HelpName = "READING",
            Description = "Who counts as started: in-period (default) or by-period-end.",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var csv = new Option<bool>("--csv") { Description = "Write CSV: table, row, column, value." };
        var cases = new Option<bool>("--cases") { Description = "Beside each figure the references of the people behind it." };
        var command = new Command("return", "The quarterly return, tables I1 to I5, of one scheme.") { scheme, year, quarter, reading, json, csv, cases, db };
        command.Subcommands.Add(ReplayVerb.Of(terminal));
        command.SetAction(
            async (parsed, cancel) =>
            {
                var question = Ask(parsed.GetValue(scheme)!, parsed.GetValue(year)!, parsed.GetValue(quarter)!, parsed.GetValue(reading));
                if (parsed.GetValue(json) && parsed.GetValue(csv))
                {
                    throw new UsageException("Give --json or --csv, not both.");
                }

                var connection = await terminal.OpenAsync(parsed.GetValue(db), cancel);
                var figures = await new ReckonReturn(connection).RunAsync(question, cancel);
                await WriteAsync(terminal, figures, parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(cases));
                return Exit.Done;
            }
        );
        return command;
    }

    private static ReturnQuestion Ask(string scheme, string year, string quarter, string? reading)
    {
        if (!Reference.Instance.Schemes.ContainsKey(scheme))
        {
            throw new UsageException($"--scheme \"{scheme}\" is not the code of a scheme. The codes stand in data/schemes.csv, for example leeds.");
        }

        if (!FinancialQuarter.TryParse(year, quarter, out var asked, out var expected))
        {
            throw new UsageException($"--year \"{year}\" --quarter \"{quarter}\" is not a quarter. Expected was {expected}.");
        }

        return Readings.TryParse(reading, out var wanted)
            ? Questions.Of(scheme, asked, wanted)
            : throw new UsageException($"--reading \"{reading}\" is not a reading. Give in-period or by-period-end.");
    }

    private static async Task WriteAsync(Terminal terminal, QuarterlyReturn figures, bool json, bool csv, bool cases)
    {
        if (json)
        {
            await terminal.Output.WriteLineAsync(ReturnJson.Text(figures, cases));
        }
        else if (csv)
        {
            ReturnCsv.Write(terminal.Output, figures, cases);
        }
        else
        {
            await ReturnText.WriteAsync(terminal.Output, figures, cases);
        }
    }
}
