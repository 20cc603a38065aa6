namespace Throughgate.Domain.Returns.Counts;

/// <summary>
/// INF-6 over versions: a return that was handed in again stands beside the one it corrects, and a figure that moved by one says what became of one person. What
/// belongs together (released and started; completing and what became of it) is hidden together.
/// </summary>
public static class Corrected
{
    private static readonly string[][] Together =
    [
        [Tables.Released, Tables.ReleasedStarted, Tables.StartedBefore],
        [Tables.CommunityStarted],
        [Tables.Completing, Tables.InFullTimeEte, Tables.Sections, Tables.Improved, Tables.Deteriorated],
        [Tables.ClosedNotCounted],
    ];

    /// <param name="safe">The version that holds, made safe by itself.</param>
    /// <param name="figures">The same version.</param>
    /// <param name="earlier">Every version that was handed in before it.</param>
    public static SafeReturn Beside(SafeReturn safe, QuarterlyReturn figures, IEnumerable<QuarterlyReturn> earlier)
    {
        var moved = earlier.SelectMany(e => Moved(figures, e)).ToHashSet(StringComparer.Ordinal);
        var hidden = Together.Where(t => t.Any(moved.Contains)).SelectMany(t => t).ToHashSet(StringComparer.Ordinal);
        return hidden.Count == 0 ? safe : safe with { Heads = Without(safe.Heads, hidden), Breakdowns = [.. safe.Breakdowns.Select(b => Without(b, hidden))] };
    }

    /// <summary>Columns in which some figure, or the sum of some, is between 1 and 4 away from what it was.</summary>
    private static IEnumerable<string> Moved(QuarterlyReturn now, QuarterlyReturn before)
    {
        var cells = now.AllTables.SelectMany(t => t.Rows).SelectMany(r => r.Figures)
            .Concat(now.AllTables.SelectMany(t => t.Columns.Select(t.Total)))
            .Concat([now.StartedBefore, now.ClosedNotCounted]);
        return cells.Where(c => Suppression.IsSmall(Math.Abs(c.Value - (before.Find(c.Table, c.Row, c.Column)?.Value ?? 0)))).Select(c => c.Column);
    }

    private static SafeTable Without(SafeTable table, HashSet<string> hidden) =>
        table with { Rows = [.. table.Rows.Select(r => r with { Counts = [.. r.Counts.Select((c, i) => hidden.Contains(table.Columns[i]) ? null : c)] })] };
}
