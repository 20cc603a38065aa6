using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Counts;

/// <summary>
/// INF-6 for the four returns of a financial year that is over, shown beside the year's figures of performance. A column is shown in all four quarters or in none, so that the
/// year gives no quarter away; and whom one quarter or several together count, and whom a figure of the year counts, differ by nobody or by at least 5, as people and as
/// often as each is counted. The same is asked of what one column leaves of another. And no column is a number that the year's figures hide.
/// </summary>
[Rule("INF-6")]
public static class CountsOfYear
{
    private const int Released = 0;
    private const int Started = 1;
    private const int Before = 2;
    private const int Community = 3;
    private const int Completing = 4;
    private const int FullTime = 5;

    /// <param name="quarters">The year's returns, by the reading in-period, in order.</param>
    /// <param name="groupOf">The ethnic group of each code of the list.</param>
    /// <param name="published">Whom each number counts that the same reader is shown of the scheme and year.</param>
    public static IReadOnlyList<SafeReturn> Of(IReadOnlyList<QuarterlyReturn> quarters, IReadOnlyDictionary<string, string> groupOf, PublishedPeople published)
    {
        var safe = quarters.Select(q => Suppression.Of(q, groupOf)).ToList();
        var heads = Enumerable
            .Range(0, safe[0].Heads.Columns.Count)
            .Select(c => safe.TrueForAll(s => s.Heads.Rows[0].Counts[c] is not null) && !GiveAway([.. quarters.Select(q => Head(q, c))], published))
            .ToArray();
        heads[Started] = heads[Before] = heads[Released] && heads[Started] && heads[Before];
        heads[FullTime] &= heads[Completing];
        var shown = safe[0].Breakdowns.Select((table, t) => Shown(t, table)).ToList();
        return [.. safe.Select(s => s with { Heads = Only(s.Heads, (_, c) => heads[c]), Breakdowns = [.. s.Breakdowns.Select((b, t) => Only(b, (r, c) => shown[t][r, c]))] })];

        // A column whole or not at all; of Asset each row stands alone.
        bool[,] Shown(int t, SafeTable table)
        {
            var cells = new bool[table.Rows.Count, table.Columns.Count];
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var rows = table.Rows.Select((row, r) => safe.TrueForAll(s => s.Breakdowns[t].Rows[r].Counts[c] is not null) && !GiveAway([.. quarters.Select(q => Row(q, table.Code, row.Key, c, groupOf))], published)).ToList();
                for (var r = 0; r < rows.Count; r++)
                {
                    cells[r, c] = table.Code == "I5" ? heads[Completing] && rows[r] : rows.TrueForAll(row => row) && heads[c switch { 0 => Released, 1 => Started, _ => Community }];
                }
            }

            // How many improved and how many got worse tell, with the sections, how many stayed.
            for (var r = 0; table.Code == "I5" && r < table.Rows.Count; r++)
            {
                cells[r, 1] = cells[r, 2] = cells[r, 0] && cells[r, 1] && cells[r, 2];
            }

            return cells;
        }
    }

    /// <summary>
    /// The returns of the year as they were handed in, for whoever reads them beside the page and the figures: no column that is not shown of what is counted now, and none that
    /// moved by 1 to 4 since, or since an earlier version, in any of the four quarters.
    /// </summary>
    /// <returns>One a quarter; null where none is handed in.</returns>
    public static IReadOnlyList<SafeReturn?> HandedIn(IReadOnlyList<HandedQuarter> quarters, IReadOnlyDictionary<string, string> groupOf, PublishedPeople published)
    {
        var now = Of([.. quarters.Select(q => q.Now)], groupOf, published);
        var held = quarters.Select(q => q.Held is null ? null : Corrected.Beside(Suppression.Of(q.Held, groupOf), q.Held, [.. q.Earlier, q.Now])).ToList();
        bool IsShown(string table, string row, int column) => now.Concat(held.OfType<SafeReturn>()).All(s => s.Breakdowns.Prepend(s.Heads).Single(t => t.Code == table).Rows.FirstOrDefault(r => r.Key == row)?.Counts[column] is not null);
        SafeTable Safe(SafeTable table) => Only(table, (row, column) => IsShown(table.Code, table.Rows[row].Key, column));
        return [.. held.Select(h => h is null ? null : h with { Heads = Safe(h.Heads), Breakdowns = [.. h.Breakdowns.Select(Safe)] })];
    }

    private static SafeTable Only(SafeTable table, Func<int, int, bool> isShown) =>
        table with { Rows = [.. table.Rows.Select((row, r) => row with { Counts = [.. row.Counts.Select((count, c) => isShown(r, c) ? count : null)] })] };

    /// <summary>What a column says of a quarter: whom it counts, and whom it leaves of those among whom they stand.</summary>
    private static Member[][] Head(QuarterlyReturn figures, int column)
    {
        var released = figures.I1.Total(Tables.Released).Members;
        var started = figures.I1.Total(Tables.ReleasedStarted).Members;
        var completing = figures.Find("I4", "", Tables.Completing)!.Members;
        var fullTime = figures.Find("I4", "", Tables.InFullTimeEte)!.Members;
        return column switch
        {
            Released => [[.. released]],
            Started => AllOf(started, figures.StartedBefore.Members, Without(released, started, figures.StartedBefore.Members)),
            Before => [[.. figures.StartedBefore.Members]],
            Community => [[.. figures.I1.Total(Tables.CommunityStarted).Members]],
            Completing => [[.. completing]],
            FullTime => AllOf(fullTime, Without(completing, fullTime)),
            _ => [[.. figures.ClosedNotCounted.Members]],
        };
    }

    private static Member[][] Row(QuarterlyReturn figures, string code, string row, int column, IReadOnlyDictionary<string, string> groupOf)
    {
        var (table, keyOf) = code switch
        {
            Suppression.Gender => (figures.I1, key => key[..key.LastIndexOf(' ')]),
            Suppression.Age => (figures.I1, key => key[(key.LastIndexOf(' ') + 1)..]),
            Suppression.EthnicGroup => (figures.I2, key => groupOf[key]),
            _ => (code switch { "I1" => figures.I1, "I2" => figures.I2, "I3" => figures.I3, _ => figures.I5 }, (Func<string, string>)(key => key)),
        };
        Member[] At(int at) => [.. table.Rows.Where(r => keyOf(r.Key) == row).SelectMany(r => r.Figures[at].Members)];
        if (code != "I5")
        {
            return column == Started ? AllOf(At(Started), Without(At(Released), At(Started))) : [At(column)];
        }

        var completing = figures.Find("I4", "", Tables.Completing)!.Members;
        var (sections, improved, deteriorated) = (At(0), At(1), At(2));
        return column switch
        {
            0 => AllOf(sections, Without(completing, sections)),
            1 => AllOf(improved, deteriorated, Without(sections, improved, deteriorated), Without(completing, sections)),
            _ => [deteriorated],
        };
    }

    /// <summary>Each lot, and every few of them together.</summary>
    private static Member[][] AllOf(params IReadOnlyList<Member>[] lots) =>
        [.. Enumerable.Range(1, (1 << lots.Length) - 1).Select(some => lots.Where((_, i) => (some >> i & 1) == 1).SelectMany(l => l).ToArray())];

    /// <summary>Nobody is counted twice in a column of one quarter.</summary>
    private static Member[] Without(IReadOnlyList<Member> all, params IReadOnlyList<Member>[] others) => [.. all.ExceptBy(others.SelectMany(o => o).Select(m => m.PersonId), m => m.PersonId)];

    /// <param name="quarters">Of each quarter the same lots.</param>
    private static bool GiveAway(IReadOnlyList<Member[][]> quarters, PublishedPeople published) =>
        Enumerable.Range(0, quarters[0].Length).Any(lot =>
            Enumerable.Range(1, (1 << quarters.Count) - 1).Any(some =>
            {
                var counted = quarters.Where((_, i) => (some >> i & 1) == 1).SelectMany(q => q[lot]).CountBy(m => m.PersonId).ToDictionary();
                return counted.Count > 0 && (published.Shown.Any(p => p.Count > 0 && (LeavesFew(counted, p, 1) || LeavesFew(counted, p, int.MaxValue))) || published.Hidden.Any(h => PublishedPeople.IsSame(counted, h)));
            })
        );

    /// <summary>One counts everybody at least as often as the other, and 1 to 4 people oftener.</summary>
    /// <param name="most">1 where it is asked of people, however often they are counted.</param>
    private static bool LeavesFew(Dictionary<Guid, int> one, IReadOnlyDictionary<Guid, int> other, int most)
    {
        var (more, less) = (0, 0);
        foreach (var (person, times) in one)
        {
            var difference = Math.Min(times, most) - Math.Min(other.GetValueOrDefault(person), most);
            (more, less) = (more + (difference > 0 ? 1 : 0), less + (difference < 0 ? 1 : 0));
            if ((more > 0 && less > 0) || more + less >= Suppression.SmallestShown)
            {
                return false;
            }
        }

        foreach (var person in other.Keys)
        {
            less += one.ContainsKey(person) ? 0 : 1;
            if (less >= Suppression.SmallestShown || (more > 0 && less > 0))
            {
                return false;
            }
        }

        return more + less > 0;
    }
}
