using Throughgate.Domain.People;

namespace Throughgate.Domain.Returns;

/// <summary>One young person behind a figure, with what made them count.</summary>
public sealed record Member
{
    public required Guid PersonId { get; init; }

    /// <summary>The person's reference.</summary>
    public required string Person { get; init; }

    public required string Gender { get; init; }

    public required string Ethnicity { get; init; }

    /// <summary>The event that is counted, the date that counts, where they lived, how old they were.</summary>
    public required Verdict Why { get; init; }

    /// <summary>For a release: whether a programme of the scheme had started, and which.</summary>
    public StartAnswer? Start { get; init; }

    /// <summary>For a closing: the hours of the week that counts.</summary>
    public EteAnswer? Ete { get; init; }

    /// <summary>For a closing: Asset at the end beside the start.</summary>
    public AssetChange? Asset { get; init; }

    public string Offence => Why.Sentence?.MainOffence ?? "";

    public static Member Of(PersonFacts person, Verdict why) =>
        new()
        {
            PersonId = person.Id,
            Person = person.Reference,
            Gender = person.Gender,
            Ethnicity = person.Ethnicity,
            Why = why,
        };
}

/// <summary>One figure of the return, with the people it counts, sorted by reference.</summary>
/// <param name="Table"><c>I1</c> to <c>I5</c>; empty for the two figures that stand beside the tables.</param>
/// <param name="Row">Key of the row, such as <c>female 10</c>; empty where the table has one row only, and for a total.</param>
public sealed record Figure(string Table, string Row, string Column, IReadOnlyList<Member> Members)
{
    /// <summary>The number itself: people, and for <c>closed_not_counted</c> cases.</summary>
    public int Value => Members.Count;

    /// <summary>References of the people behind it, sorted (ordinal), each once.</summary>
    public IReadOnlyList<string> People => [.. Members.Select(m => m.Person).Distinct().Order(StringComparer.Ordinal)];

    internal static Figure From(string table, string row, string column, IEnumerable<Member> members) =>
        new(
            table,
            row,
            column,
            [
                .. members
                    .OrderBy(m => m.Person, StringComparer.Ordinal)
                    .ThenBy(m => m.Why.Case?.Reference, StringComparer.Ordinal),
            ]
        );
}

/// <summary>One row of a table: a figure for each column, in the table's order.</summary>
public sealed record ReturnRow(string Key, IReadOnlyList<Figure> Figures);

/// <summary>One of the tables I1 to I5.</summary>
public sealed record ReturnTable(string Code, IReadOnlyList<string> Columns, IReadOnlyList<ReturnRow> Rows)
{
    /// <summary>The sum of a column over the rows, as a figure that knows its people.</summary>
    public Figure Total(string column) => Sum("", column, _ => true);

    /// <summary>The sum of a column over some of the rows: a gender, an age, an ethnic group.</summary>
    public Figure Sum(string name, string column, Func<string, bool> ofRow)
    {
        var at = Columns.ToList().IndexOf(column);
        return Figure.From(Code, name, column, Rows.Where(r => ofRow(r.Key)).SelectMany(r => r.Figures[at].Members));
    }
}
