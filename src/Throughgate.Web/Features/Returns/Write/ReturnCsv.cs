using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Throughgate.Domain.Returns;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>
/// The return as CSV: <c>table,row,column,value</c>, one line a figure. I4 has no rows, and the two figures beside the tables have no
/// table: those cells are empty. With people a fifth column holds their references, separated by spaces; a cell that a spreadsheet
/// would run as a formula is neutralised.
/// </summary>
public static class ReturnCsv
{
    private static readonly CsvConfiguration Layout = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        NewLine = "\n",
    };

    public static void Write(TextWriter to, QuarterlyReturn figures, bool withPeople)
    {
        using var csv = new CsvWriter(to, Layout, leaveOpen: true);
        WriteLine(csv, ["table", "row", "column", "value", .. withPeople ? ["people"] : Array.Empty<string>()]);
        var all = figures
            .AllTables.SelectMany(t => t.Rows)
            .SelectMany(r => r.Figures)
            .Concat([figures.StartedBefore, figures.ClosedNotCounted]);
        foreach (var figure in all)
        {
            WriteLine(
                csv,
                [
                    figure.Table,
                    figure.Row,
                    figure.Column,
                    figure.Value.ToString(CultureInfo.InvariantCulture),
                    .. withPeople ? [string.Join(' ', figure.People)] : Array.Empty<string>(),
                ]
            );
        }
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
