using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns.Counts;

/// <summary>
/// INF-6 for the four returns of a financial year that is over, shown beside the year's figures of performance. A column is shown in all four quarters or in none, so that the
/// year gives no quarter away; and whom one quarter or several together count, and whom a figure of the year counts, differ by nobody or by at least 5.
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
    public static IReadOnlyList<SafeReturn> Of(IReadOnlyList<QuarterlyReturn> quarters, IReadOnlyDictionary<string, string> groupOf, IReadOnlyList<IReadOnlySet<Guid>> published)
    {
        var safe = quarters.Select(q => Suppression.Of(q, groupOf)).ToList();
        var heads = Enumerable
            .Range(0, safe[0].Heads.Columns.Count)
            .Select(c => safe.TrueForAll(s => s.Heads.Rows[0].Counts[c] is not null) && !GiveAway(quarters.Select(q => Head(q, c)), published))
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
                var rows = table.Rows.Select((row, r) => safe.TrueForAll(s => s.Breakdowns[t].Rows[r].Counts[c] is not null) && !GiveAway(quarters.Select(q => Row(q, table.Code, row.Key, c, groupOf)), published)).ToList();
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

    private static SafeTable Only(SafeTable table, Func<int, int, bool> isShown) =>
        table with { Rows = [.. table.Rows.Select((row, r) => row with { Counts = [.. row.Counts.Select((count, c) => isShown(r, c) ? count : null)] })] };

    private static IEnumerable<Member> Head(QuarterlyReturn figures, int column) =>
        column switch
        {
            Released => figures.I1.Total(Tables.Released).Members,
            Started => figures.I1.Total(Tables.ReleasedStarted).Members,
            Before => figures.StartedBefore.Members,
            Community => figures.I1.Total(Tables.CommunityStarted).Members,
            Completing => figures.Find("I4", "", Tables.Completing)!.Members,
            FullTime => figures.Find("I4", "", Tables.InFullTimeEte)!.Members,
            _ => figures.ClosedNotCounted.Members,
        };

    private static IEnumerable<Member> Row(QuarterlyReturn figures, string code, string row, int column, IReadOnlyDictionary<string, string> groupOf)
    {
        var (table, keyOf) = code switch
        {
            Suppression.Gender => (figures.I1, key => key[..key.LastIndexOf(' ')]),
            Suppression.Age => (figures.I1, key => key[(key.LastIndexOf(' ') + 1)..]),
            Suppression.EthnicGroup => (figures.I2, key => groupOf[key]),
            _ => (code switch { "I1" => figures.I1, "I2" => figures.I2, "I3" => figures.I3, _ => figures.I5 }, (Func<string, string>)(key => key)),
        };
        return table.Rows.Where(r => keyOf(r.Key) == row).SelectMany(r => r.Figures[column].Members);
    }

    private static bool GiveAway(IEnumerable<IEnumerable<Member>> quarters, IReadOnlyList<IReadOnlySet<Guid>> published)
    {
        var each = quarters.Select(q => q.Select(m => m.PersonId).ToHashSet()).ToList();
        for (var some = 1; some < 1 << each.Count; some++)
        {
            var together = each.Where((_, i) => (some >> i & 1) == 1).SelectMany(q => q).ToHashSet();
            if (together.Count > 0 && published.Any(p => p.Count > 0 && p.Count != together.Count && Suppression.IsSmall(Math.Abs(p.Count - together.Count)) && (p.Count < together.Count ? p.All(together.Contains) : together.All(p.Contains))))
            {
                return true;
            }
        }

        return false;
    }
}
