using System.Globalization;
using System.Text;

namespace Throughgate.Web.Data.Bundle;

/// <summary>
/// One row of a file as values, used again for the next. Text stands in <see cref="Bytes"/>; days are day numbers, moments minutes since
/// 0001-01-01, yes is 1, hours are ten-thousandths.
/// </summary>
public sealed class RowCells(BundleFile file)
{
    private readonly string?[] _derived = new string?[file.Derived.Count];
    private readonly State[] _states = new State[file.Columns.Count];
    private readonly long[] _numbers = new long[file.Columns.Count];
    private readonly (int Start, int Length)[] _texts = new (int, int)[file.Columns.Count];
    private byte[] _bytes = new byte[1024];
    private int _used;

    private enum State : byte
    {
        Empty,
        Known,
        Bad,
    }

    public BundleFile File => file;

    /// <summary>First physical line of the row.</summary>
    public int Line { get; set; }

    public bool IsKnown(int column) => _states[column] == State.Known;

    /// <summary>Neither empty nor known: a problem was already told.</summary>
    public bool IsBad(int column) => _states[column] == State.Bad;

    public bool IsEmpty(int column) => _states[column] == State.Empty;

    public ReadOnlySpan<byte> Bytes(int column) => _bytes.AsSpan(_texts[column].Start, _texts[column].Length);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public long Number(int column) => _numbers[column];

    public DateOnly Day(int column) => DateOnly.FromDayNumber((int)_numbers[column]);

    public DateOnly? DayOrNull(string name) => file[name] is var column && IsKnown(column) ? Day(column) : null;

    public DateTime Moment(int column) => new(_numbers[column] * TimeSpan.TicksPerMinute, DateTimeKind.Unspecified);

    public decimal Hours(int column) => _numbers[column] / 10000m;

    public string? Derived(int index) => _derived[index];

    public void Clear()
    {
        Array.Clear(_states);
        Array.Clear(_derived);
        _used = 0;
    }

    public void SetDerived(int index, string? text) => _derived[index] = text;

    public void SetBad(int column) => _states[column] = State.Bad;

    public void SetText(int column, ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(_used));
        _texts[column] = (_used, text.Length);
        _used += text.Length;
        _states[column] = State.Known;
    }

    public void SetNumber(int column, long number)
    {
        _numbers[column] = number;
        _states[column] = State.Known;
    }

    /// <summary>The cell as a bundle writes it; null where it is empty.</summary>
    public string? Write(int column) =>
        !IsKnown(column)
            ? null
            : file.Columns[column].Kind switch
            {
                CellKind.Day => Day(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                CellKind.Moment => Moment(column).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
                CellKind.Yes => Number(column) == 1 ? "yes" : "no",
                CellKind.Number => Number(column).ToString(CultureInfo.InvariantCulture),
                CellKind.Hours => Hours(column).ToString("0.####", CultureInfo.InvariantCulture),
                _ => Text(column),
            };
}
