using System.Buffers.Text;
using System.Text;

namespace Throughgate.Web.Data.Bundle;

/// <summary>One cell from its bytes, or what is wrong with it.</summary>
public static class CellParser
{
    private static readonly System.Buffers.SearchValues<byte> Digits = System.Buffers.SearchValues.Create("0123456789."u8);

    /// <summary>Reads a cell into the row. Returns null, or what is wrong, without the value's own words where they could be long.</summary>
    public static string? Parse(RowCells row, int index, ReadOnlySpan<byte> given)
    {
        var column = row.File.Columns[index];
        var cell = given.Trim(" \t"u8);
        if (cell.IsEmpty)
        {
            return column.Needed ? "is empty" : null;
        }

        var wrong = column.Kind switch
        {
            CellKind.Reference => Reference(row, index, cell),
            CellKind.Text => Text(row, index, cell),
            CellKind.Code => Code(row, index, column, cell),
            CellKind.Day => Day(row, index, column, cell),
            CellKind.Moment => Moment(row, index, cell),
            CellKind.Yes => Yes(row, index, cell),
            CellKind.Number => Number(row, index, column, cell),
            _ => Hours(row, index, column, cell),
        };
        if (wrong is not null)
        {
            row.SetBad(index);
        }

        return wrong;
    }

    /// <summary>At most 60 characters of what was given, for a message: controls are shown by number, so that a terminal cannot be led astray.</summary>
    public static string Shown(ReadOnlySpan<byte> cell)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in Encoding.UTF8.GetString(cell.Length > 400 ? cell[..400] : cell).EnumerateRunes())
        {
            if (text.Length > 60)
            {
                text.Append('…');
                break;
            }

            text.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format ? $"<U+{rune.Value:X4}>" : rune.ToString());
        }

        return text.Append('"').ToString();
    }

    private static string? Reference(RowCells row, int index, ReadOnlySpan<byte> cell)
    {
        if (ControlIn(cell, allowSpacing: false) is { } control)
        {
            return control;
        }

        if (Encoding.UTF8.GetCharCount(cell) > 100)
        {
            return $"has {Encoding.UTF8.GetCharCount(cell)} characters";
        }

        row.SetText(index, cell);
        return null;
    }

    private static string? Text(RowCells row, int index, ReadOnlySpan<byte> cell)
    {
        if (ControlIn(cell, allowSpacing: true) is { } control)
        {
            return control;
        }

        if (Encoding.UTF8.GetCharCount(cell) > 200)
        {
            return $"has {Encoding.UTF8.GetCharCount(cell)} characters";
        }

        row.SetText(index, cell);
        return null;
    }

    private static string? Code(RowCells row, int index, Column column, ReadOnlySpan<byte> cell)
    {
        if (!column.Codes!.Holds(cell))
        {
            return $"{Shown(cell)} is not in the {column.Codes.Name}";
        }

        row.SetText(index, cell);
        return null;
    }

    private static string? Day(RowCells row, int index, Column column, ReadOnlySpan<byte> cell)
    {
        if (cell.Length != 10 || !TryDay(cell, out var year, out var month, out var day))
        {
            return $"{Shown(cell)} is not a date";
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return year > 0 && month == 2 && day == 29 ? $"{Shown(cell)} is not a day: {year} has no 29 February" : $"{Shown(cell)} is not a day of the calendar";
        }

        var date = new DateOnly(year, month, day);
        if (date < column.Earliest || date > Column.Latest)
        {
            return $"{Shown(cell)} is too {(date < column.Earliest ? "early" : "late")}";
        }

        if (column.Monday && date.DayOfWeek != DayOfWeek.Monday)
        {
            return $"{Shown(cell)} is a {date.DayOfWeek}";
        }

        row.SetNumber(index, date.DayNumber);
        return null;
    }

    private static string? Moment(RowCells row, int index, ReadOnlySpan<byte> cell)
    {
        if (
            cell.Length != 16
            || cell[10] != 'T'
            || cell[13] != ':'
            || !TryDay(cell[..10], out var year, out var month, out var day)
            || !TryDigits(cell[11..13], out var hour)
            || !TryDigits(cell[14..16], out var minute)
        )
        {
            return $"{Shown(cell)} is not a date and time";
        }

        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
        {
            return $"{Shown(cell)} is not a day and time of the calendar";
        }

        row.SetNumber(index, (new DateOnly(year, month, day).DayNumber * 1440L) + (hour * 60) + minute);
        return null;
    }

    private static string? Yes(RowCells row, int index, ReadOnlySpan<byte> cell)
    {
        var yes = cell.SequenceEqual("yes"u8);
        if (!yes && !cell.SequenceEqual("no"u8))
        {
            return $"{Shown(cell)} is neither yes nor no";
        }

        row.SetNumber(index, yes ? 1 : 0);
        return null;
    }

    private static string? Number(RowCells row, int index, Column column, ReadOnlySpan<byte> cell)
    {
        if (cell.Length > 9 || !TryDigits(cell, out var number))
        {
            return $"{Shown(cell)} is not a whole number";
        }

        if (number < column.Least || number > column.Most)
        {
            return $"{number} is out of range";
        }

        row.SetNumber(index, number);
        return null;
    }

    private static string? Hours(RowCells row, int index, Column column, ReadOnlySpan<byte> cell)
    {
        var dot = cell.IndexOf((byte)'.');
        var decimals = dot < 0 ? 0 : cell.Length - dot - 1;
        if (
            cell.Length > 12
            || !char.IsAsciiDigit((char)cell[0])
            || dot == cell.Length - 1
            || decimals > 4
            || cell.ContainsAnyExcept(Digits)
            || !Utf8Parser.TryParse(cell, out decimal hours, out var read)
            || read != cell.Length
        )
        {
            return $"{Shown(cell)} is not a number of hours";
        }

        if (hours < column.Least || hours > column.Most)
        {
            return $"{Shown(cell)} is out of range";
        }

        row.SetNumber(index, (long)(hours * 10000));
        return null;
    }

    private static bool TryDay(ReadOnlySpan<byte> cell, out int year, out int month, out int day)
    {
        month = day = 0;
        return TryDigits(cell[..4], out year) && cell[4] == '-' && TryDigits(cell[5..7], out month) && cell[7] == '-' && TryDigits(cell[8..], out day);
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return digits.Length > 0;
    }

    // C0, DEL and C1 (0xC2 0x80 to 0xC2 0x9F in UTF-8); tab and line ends are spacing.
    private static string? ControlIn(ReadOnlySpan<byte> cell, bool allowSpacing)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            var b = cell[i];
            var control = b < 0x20 ? !allowSpacing || b is not ((byte)'\t' or (byte)'\n' or (byte)'\r')
                : b == 0x7f || (b == 0xc2 && i + 1 < cell.Length && cell[i + 1] is >= 0x80 and <= 0x9f);
            if (control)
            {
                return $"holds a control character (U+{(b == 0xc2 ? cell[i + 1] : b):X4})";
            }
        }

        return null;
    }
}
