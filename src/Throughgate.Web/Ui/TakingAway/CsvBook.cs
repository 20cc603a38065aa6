using System.Globalization;
using System.Text;
using Throughgate.Web.Data.Csv;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>
/// The first table of a book as CSV: dates as 2010-04-01, shares as 0.6, and texts that a spreadsheet could take for a formula led by an apostrophe. A byte-order
/// mark first, without which Excel spoils ŵ and ŷ.
/// </summary>
public static class CsvBook
{
    public static byte[] Bytes(Book book)
    {
        using var text = new StringWriter();
        var csv = SafeCsv.Spreadsheet(text);
        var table = book.Tables[0];
        csv.Row([.. table.Columns.Select(c => c.Name)]);
        foreach (var row in table.Rows)
        {
            csv.Row([.. row.Select(Cell)]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => CellText.Number(value) ?? "",
        };
}
