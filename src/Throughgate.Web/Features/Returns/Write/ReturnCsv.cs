using System.Globalization;
using Throughgate.Domain.Returns;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Web.Features.Returns.Write;

/// <summary>
/// The return as CSV: <c>table,row,column,value</c>, one line a figure. I4 has no rows, and the two figures beside the tables have no
/// table: those cells are empty. With people a fifth column holds their references, separated by spaces; a cell that a spreadsheet
/// would run as a formula is neutralised.
/// </summary>
public static class ReturnCsv
{
    public static void Write(TextWriter to, QuarterlyReturn figures, bool withPeople)
    {
        var csv = SafeCsv.Spreadsheet(to);
        csv.Row(["table", "row", "column", "value", .. withPeople ? ["people"] : Array.Empty<string>()]);
        var all = figures
            .AllTables.SelectMany(t => t.Rows)
            .SelectMany(r => r.Figures)
            .Concat([figures.StartedBefore, figures.ClosedNotCounted]);
        foreach (var figure in all)
        {
            csv.Row(
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
}
