namespace Throughgate.Domain.Returns.Handing;

/// <summary>One cell in which two returns differ, and who makes the difference.</summary>
/// <param name="Joined">Behind it now and not before, by reference.</param>
/// <param name="Gone">Behind it before and not now.</param>
public sealed record CellChange(string Table, string Row, string Column, int Was, int Is, IReadOnlyList<Member> Joined, IReadOnlyList<Member> Gone);

/// <summary>Two versions of a return, cell by cell (RET-3). A cell whose number stays while the people change is a difference too.</summary>
public static class Difference
{
    /// <summary>In the order of the form; none where both say the same of the same people.</summary>
    public static IReadOnlyList<CellChange> Of(QuarterlyReturn was, QuarterlyReturn now)
    {
        var before = Cells(was).ToDictionary(f => (f.Table, f.Row, f.Column));
        var changes = new List<CellChange>();
        foreach (var figure in Cells(now))
        {
            var key = (figure.Table, figure.Row, figure.Column);
            var earlier = before.Remove(key, out var found) ? found.Members : [];
            Add(changes, key, earlier, figure.Members);
        }

        // A row that a code list has no longer.
        foreach (var (key, figure) in before)
        {
            Add(changes, key, figure.Members, []);
        }

        return changes;
    }

    /// <summary>Every figure of the form, and the two beside it.</summary>
    public static IEnumerable<Figure> Cells(QuarterlyReturn figures) =>
        figures.AllTables.SelectMany(t => t.Rows).SelectMany(r => r.Figures).Concat([figures.StartedBefore, figures.ClosedNotCounted]);

    private static void Add(List<CellChange> changes, (string Table, string Row, string Column) key, IReadOnlyList<Member> was, IReadOnlyList<Member> now)
    {
        var (joined, gone) = (Without(now, was), Without(was, now));
        if (joined.Count + gone.Count > 0)
        {
            changes.Add(new(key.Table, key.Row, key.Column, was.Count, now.Count, joined, gone));
        }
    }

    // As often as they stand there: somebody can have two closings that are not counted.
    private static List<Member> Without(IReadOnlyList<Member> members, IReadOnlyList<Member> others)
    {
        var left = others.GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.Count());
        var rest = new List<Member>();
        foreach (var member in members)
        {
            if (left.GetValueOrDefault(member.PersonId) is > 0 and var count)
            {
                left[member.PersonId] = count - 1;
            }
            else
            {
                rest.Add(member);
            }
        }

        return rest;
    }
}
