using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Throughgate.Web.Data.Bundle;

/// <summary>What a cell holds. In staging: text, date, timestamp, boolean, integer, numeric.</summary>
public enum CellKind
{
    /// <summary>Text that names a row, here or in another file: no control characters, at most 100 characters.</summary>
    Reference,

    /// <summary>Free text, at most 200 characters.</summary>
    Text,
    Day,

    /// <summary>Date and time, UK civil time.</summary>
    Moment,
    Yes,
    Number,

    /// <summary>Up to four decimals, carried as ten-thousandths.</summary>
    Hours,
    Code,
}

/// <summary>The codes that a cell may hold, and how people call the list.</summary>
public sealed class CodeSet(string name, IEnumerable<string> codes)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup = codes
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => name;

    public IReadOnlyList<string> Codes { get; } = [.. codes];

    public bool Holds(ReadOnlySpan<byte> code)
    {
        Span<char> text = stackalloc char[80];
        return code.Length <= text.Length
            && System.Text.Ascii.ToUtf16(code, text, out var length) == OperationStatus.Done
            && _lookup.Contains(text[..length]);
    }

    /// <summary>What to expect, with the codes themselves where they are few.</summary>
    public string Expected => Codes.Count <= 24 ? $"one of the {name}: {string.Join(", ", Codes)}" : $"a code of the {name}, for example {Codes[0]}";
}

/// <summary>One column of a file of the bundle, and the column of the table that holds it.</summary>
public sealed record Column(string Name, CellKind Kind)
{
    public bool Needed { get; init; }

    /// <summary>The table's column; null where the cell is a link, a dated change or a key.</summary>
    public string? Held { get; init; }

    /// <summary>The table whose reference (a worker's name) the cell is.</summary>
    public string? Link { get; init; }

    /// <summary>The table's column with the key of the linked row.</summary>
    public string LinkKey => Link switch { "people" => "person_id", "sentences" => "sentence_id", "workers" => "worker_id", _ => "case_id" };

    /// <summary>Held as a dated change: expected_release, ends or placement.</summary>
    public string? Dated { get; init; }

    public CodeSet? Codes { get; init; }

    public int Least { get; init; }

    public int Most { get; init; }

    public DateOnly Earliest { get; init; } = new(1900, 1, 1);

    public static DateOnly Latest { get; } = new(2199, 12, 31);

    public bool Monday { get; init; }

    public string Quoted => $"\"{Name}\"";

    public string Expected =>
        Kind switch
        {
            CellKind.Reference => "a reference of at most 100 characters",
            CellKind.Text => "text of at most 200 characters",
            CellKind.Day when Monday => "a Monday, as yyyy-MM-dd",
            CellKind.Day => string.Create(CultureInfo.InvariantCulture, $"a date as yyyy-MM-dd, from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}"),
            CellKind.Moment => "a date and time as yyyy-MM-ddTHH:mm",
            CellKind.Yes => "yes or no",
            CellKind.Number => $"a whole number from {Least} to {Most}",
            CellKind.Hours => $"a number from {Least} to {Most}, with a point and at most four decimals",
            _ => Codes!.Expected,
        };
}
