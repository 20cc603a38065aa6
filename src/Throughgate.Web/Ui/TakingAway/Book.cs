using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.TakingAway;

/// <summary>What the cells of a column hold.</summary>
public enum Kind
{
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>0 to 1, shown as a percentage.</summary>
    Share,

    Date,
}

/// <summary>One column of a table that is taken away.</summary>
/// <param name="Name">As it heads the column, in the reader's language.</param>
/// <param name="Means">What it means, for the sheet of definitions; empty where the name says it all.</param>
public sealed record Column(string Name, Kind Kind, string Means = "");

/// <summary>
/// One table. A cell is a string, an int, a long, a decimal, a double, a <see cref="DateOnly"/>, or null for nothing; a word in a column of numbers stays a word
/// ("Hidden: too few"), and a text never becomes a number, a date or a formula.
/// </summary>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>One or more tables as one file, with what their columns mean: described once, written as CSV, XLSX or ODS.</summary>
/// <param name="FileName">Without its ending.</param>
/// <param name="Title">What it is, of whom and when.</param>
/// <param name="Tables">A CSV holds the first alone.</param>
public sealed record Book(string FileName, string Title, IReadOnlyList<Sheet> Tables)
{
    /// <summary>What else a reader has to know, sentence by sentence: before the definitions.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Terms that stand in the cells, and what they mean: measures, states.</summary>
    public IReadOnlyList<(string Term, string Means)> Terms { get; init; } = [];

    /// <summary>The tables and, last, the sheet of definitions.</summary>
    public IReadOnlyList<Sheet> Sheets(Words words) => [.. Tables, Definitions(words)];

    private Sheet Definitions(Words words)
    {
        var rows = new List<IReadOnlyList<object?>> { new object?[] { words["Title"].ToString(), "", Title } };
        rows.AddRange(Notes.Select(n => (IReadOnlyList<object?>)[words["Note"].ToString(), "", n]));
        rows.AddRange(Tables.SelectMany(t => t.Columns.Select(c => (IReadOnlyList<object?>)[words["Column"].ToString(), Tables.Count > 1 ? $"{t.Name}: {c.Name}" : c.Name, c.Means.Length > 0 ? c.Means : Of(c.Kind, words)])));
        rows.AddRange(Terms.Select(t => (IReadOnlyList<object?>)[words["Term"].ToString(), t.Term, t.Means]));
        return new(words["Definitions"], [new(words["What"], Kind.Text), new(words["Name"], Kind.Text), new(words["What it means"], Kind.Text)], rows);
    }

    private static string Of(Kind kind, Words words) =>
        kind switch
        {
            Kind.Whole => words["A whole number"],
            Kind.Number => words["A number"],
            Kind.Share => words["A share of the whole, as a percentage"],
            Kind.Date => words["A date"],
            _ => words["Text"],
        };
}
