namespace Throughgate.Web.Data.Bundle;

/// <summary>
/// One file of the bundle. With a <see cref="Key"/> its rows have a reference of their own and are updated by it; without, the rows given for
/// an owner (a person or a case) replace those held, compared as a bag.
/// </summary>
public sealed record BundleFile(string Name, string Table, IReadOnlyList<Column> Columns)
{
    public string FileName => Name + ".csv";

    /// <summary>Staging table, for as long as the import runs.</summary>
    public string Stage => "s_" + Name;

    /// <summary>The column with the row's own reference; null for a bag.</summary>
    public Column? Key { get; init; }

    /// <summary>Of a bag: the column that says whose row it is, always the first.</summary>
    public Column Owner => Columns[0];

    /// <summary>Of a bag: columns of which one owner may have each combination once (one offer of a case on a day).</summary>
    public IReadOnlyList<string> OnceEach { get; init; } = [];

    /// <summary>Held columns worked out from others when a row is staged, beside their staging type text.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>How many keys a staged row carries: its own, and one for each row of another table that it may start.</summary>
    public int Keys { get; init; } = 1;

    public IReadOnlyList<Column> Links { get; } = [.. Columns.Where(c => c.Link is not null)];

    public IReadOnlyList<Column> Plain { get; } = [.. Columns.Where(c => c.Held is not null)];

    public IReadOnlyList<Column> Dated { get; } = [.. Columns.Where(c => c.Dated is not null)];

    public int this[string column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            throw new ArgumentException($"{FileName} has no column {column}", nameof(column));
        }
    }
}
