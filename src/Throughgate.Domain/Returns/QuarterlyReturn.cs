using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns;

/// <summary>The return of one scheme for one financial quarter (RET-1): tables I1 to I5, every figure with its people.</summary>
[Rule("RET-1")]
public sealed record QuarterlyReturn
{
    public required ReturnQuestion Question { get; init; }

    /// <summary>Starting, by gender and age.</summary>
    public required ReturnTable I1 { get; init; }

    /// <summary>Starting, by ethnicity.</summary>
    public required ReturnTable I2 { get; init; }

    /// <summary>Starting, by main offence.</summary>
    public required ReturnTable I3 { get; init; }

    /// <summary>Completing, and in full-time education, training or employment.</summary>
    public required ReturnTable I4 { get; init; }

    /// <summary>Change in Asset of those completing.</summary>
    public required ReturnTable I5 { get; init; }

    /// <summary>Released in the quarter with a programme that had started before it; always 0 by the reading <c>by-period-end</c>.</summary>
    public required Figure StartedBefore { get; init; }

    /// <summary>Cases closed in the quarter because of a death, a move away or an error.</summary>
    public required Figure ClosedNotCounted { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Sorted by person, case and text, each once.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Whether it may be handed in as it stands (RET-2), before anything is accepted under RET-6.</summary>
    public bool Submittable => Checks.All(c => c.Holds);

    public IReadOnlyList<ReturnTable> AllTables => [I1, I2, I3, I4, I5];

    /// <summary>The figure of that table, row and column; an empty row asks for the column's total. Null where there is none.</summary>
    public Figure? Find(string table, string row, string column)
    {
        if (table.Length == 0)
        {
            return column == StartedBefore.Column ? StartedBefore
                : column == ClosedNotCounted.Column ? ClosedNotCounted
                : null;
        }

        var found = AllTables.FirstOrDefault(t => t.Code == table);
        return found is null || !found.Columns.Contains(column) ? null
            : row.Length == 0 ? found.Total(column)
            : found.Rows.FirstOrDefault(r => r.Key == row)?.Figures.First(f => f.Column == column);
    }

    /// <summary>Counts those people; to feed them one by one, use a <see cref="Reckoning"/>.</summary>
    public static QuarterlyReturn Reckon(IEnumerable<People.PersonFacts> people, ReturnQuestion question)
    {
        var reckoning = new Reckoning(question);
        foreach (var person in people)
        {
            reckoning.Add(person);
        }

        return reckoning.Result();
    }
}
