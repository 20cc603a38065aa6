using System.Buffers;
using System.Globalization;

namespace Throughgate.Web.Data.Csv;

/// <summary>
/// The one writer of CSV: RFC 4180, UTF-8, LF. For a bundle, cells stand as they are held, so that an import of an export changes nothing. For
/// a spreadsheet, a cell that a spreadsheet could take for a formula is led by an apostrophe.
/// </summary>
public sealed class SafeCsv(TextWriter writer, bool forSpreadsheet)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static SafeCsv Bundle(TextWriter writer) => new(writer, false);

    public static SafeCsv Spreadsheet(TextWriter writer) => new(writer, true);

    public void Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            Cell(cells[i] ?? "", alone: cells.Length == 1);
        }

        writer.Write('\n');
    }

    private void Cell(string text, bool alone)
    {
        var neutral = forSpreadsheet ? Neutral(text) : text;
        var quoted = neutral.AsSpan().IndexOfAny(Quoted) >= 0
            || neutral is [' ' or '\t', ..] or [.., ' ' or '\t']
            || (alone && neutral.Length == 0)
            || neutral is ['\ufeff', ..];
        if (!quoted)
        {
            writer.Write(neutral);
            return;
        }

        writer.Write('"');
        writer.Write(neutral.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    /// <summary>
    /// The text with an apostrophe before it where its first telling character is one that begins a formula. Characters that a spreadsheet
    /// drops or looks through (spaces, controls, byte-order marks, format characters) do not hide it. A plain number keeps its sign.
    /// </summary>
    public static string Neutral(string text)
    {
        var clean = text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
        if (clean.Length == 0 || IsNumber(clean))
        {
            return clean;
        }

        if (clean[0] is '\t' or '\r' or '\n')
        {
            return "'" + clean;
        }

        foreach (var c in clean)
        {
            if (Begins(c))
            {
                return "'" + clean;
            }

            if (!LooksThrough(c))
            {
                break;
            }
        }

        return clean;
    }

    // The signs, their full-width and small forms, and the minus sign proper.
    private static bool Begins(char c) =>
        c is '=' or '+' or '-' or '@' or '|' or '%' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' or '\ufe66' or '\ufe62' or '\ufe63' or '\ufe6b' or '\u2212';

    private static bool LooksThrough(char c) =>
        char.IsWhiteSpace(c)
        || c is '\'' or '"'
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private static bool IsNumber(string text)
    {
        var digits = text[0] is '-' ? text.AsSpan(1) : text;
        var dot = digits.IndexOf('.');
        return digits.Length > 0
            && !digits.ContainsAnyExcept(Digits)
            && char.IsAsciiDigit(digits[0])
            && char.IsAsciiDigit(digits[^1])
            && digits.LastIndexOf('.') == dot;
    }
}
