using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Handing;

/// <summary>A figure that somebody typed, beside the one that is counted.</summary>
public sealed record Beside(Figure Counted, int? Typed)
{
    public bool Differs => Typed is { } typed && typed != Counted.Value;

    /// <summary>Typed less counted; null where nothing was typed.</summary>
    public int? More => Typed - Counted.Value;
}

/// <summary>
/// RET-4: summary figures typed elsewhere beside the calculated ones, cell by cell. The people behind a difference are the members of the counted cell: who
/// typed the figure knows whom they had in mind, and sees whom the records have.
/// </summary>
[Rule("RET-4")]
public static class Typed
{
    /// <summary>Every cell of the form, in its order; those beside the tables too.</summary>
    public static IReadOnlyList<Beside> Compare(QuarterlyReturn figures, IReadOnlyDictionary<(string Table, string Row, string Column), int> typed) =>
        [.. Difference.Cells(figures).Select(f => new Beside(f, typed.TryGetValue((f.Table, f.Row, f.Column), out var number) ? number : null))];

    public static bool IsNil(QuarterlyReturn figures) => Difference.Cells(figures).All(f => f.Value == 0);
}
