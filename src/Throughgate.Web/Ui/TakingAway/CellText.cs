using System.Globalization;
using System.Text;
using System.Xml;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>What every writer of tables does to the cells of a book.</summary>
public static class CellText
{
    /// <summary>The most that a cell of a spreadsheet holds.</summary>
    public const int Most = 32_767;

    /// <summary>What XML can hold of a text, no longer than a cell may be: other characters are left out.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && clean.Length < Most; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i] == '\r' ? '\n' : text[i]);
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (i + 1 < text.Length && clean.Length + 2 <= Most && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>A number as files hold it; null where the value is none.</summary>
    public static string? Number(object? value) =>
        value switch
        {
            int whole => whole.ToString(CultureInfo.InvariantCulture),
            long whole => whole.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>In characters, as wide as what stands in the column, within reason.</summary>
    public static int Width(Sheet sheet, int column)
    {
        var longest = sheet.Rows.Take(1000).Select(r => Shown(r[column], sheet.Columns[column].Kind).Length).Append(sheet.Columns[column].Name.Length).Max();
        return Math.Clamp(longest + 2, 9, 60);
    }

    /// <summary>The names of the sheets as spreadsheets allow them: 31 characters, none of []:*?/\, no two alike.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<Sheet> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            var clean = string.Concat(Of(sheet.Name).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' or '\t' ? ' ' : c)).Trim('\'', ' ');
            clean = clean.Length == 0 ? "Table" : clean;
            var name = Cut(clean, 31);
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
            {
                var tail = string.Create(CultureInfo.InvariantCulture, $" {n}");
                name = Cut(clean, 31 - tail.Length) + tail;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd('\'', ' ');

    private static string Shown(object? value, Kind kind) =>
        value switch
        {
            null => "",
            DateOnly => "2010-04-01",
            string text => text,
            _ when kind == Kind.Share => "100%",
            _ => Number(value) ?? "",
        };
}
