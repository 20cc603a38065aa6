using Throughgate.Domain.Returns;

namespace Throughgate.Web.Features.Returns.Show;

/// <summary>A table laid out as the form has it: rows are measures, columns are breakdowns.</summary>
/// <param name="Groups">A first row of headers over several columns; empty where there is none.</param>
public sealed record FormTable(string Caption, IReadOnlyList<(string Words, int Columns)> Groups, IReadOnlyList<string> Columns, IReadOnlyList<FormBand> Bands)
{
    /// <summary>There is not one figure to see.</summary>
    public bool IsHiddenWhole => Bands.SelectMany(b => b.Rows).SelectMany(r => r.Cells).All(c => c.Count is null);
}

/// <summary>Some rows with a heading of their own: a gender. Empty heading where the table is one band.</summary>
public sealed record FormBand(string Heading, IReadOnlyList<FormRow> Rows);

public sealed record FormRow(string Measure, IReadOnlyList<FormCell> Cells);

/// <summary>One figure; null where it is hidden. A figure with an address opens its people.</summary>
public sealed record FormCell(int? Count, string? Href);
