using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Briefings;

/// <summary>One row: its code (<see cref="BriefingTables.RowOf"/>, or <see cref="BriefingTables.Others"/>) and how many.</summary>
public readonly record struct BriefingRow(string Code, int Count);

/// <summary>
/// Who is in custody on one day, counted (GOV-6): by borough, offence, age, ethnicity, looked after, SEND, by when they leave, and whether a court had
/// sentenced them before. Numbers only; what is not shown is not in it.
/// </summary>
[Rule("GOV-6")]
public sealed class CustodyBriefing
{
    private readonly Dictionary<BriefingTable, IReadOnlyList<BriefingRow>> _tables = [];

    private CustodyBriefing(int? total) => Total = total;

    /// <summary>
    /// Every number is rounded to the nearest 5, by itself: two months lie beside each other, and what lies between their whole numbers is who came and who
    /// left. Nothing that is rounded can be added up.
    /// </summary>
    public bool IsRounded { get; private init; }

    /// <summary>Null where it is 1 to 4 and may not be shown.</summary>
    public int? Total { get; }

    /// <summary>Largest first, then by code; null where the table may not be shown.</summary>
    public IReadOnlyList<BriefingRow>? Of(BriefingTable table) => _tables.GetValueOrDefault(table);

    /// <summary>Everything, for whoever may open the people.</summary>
    public static CustodyBriefing Whole(IReadOnlyCollection<HeldPerson> held, Func<string, string> groupOf)
    {
        var briefing = new CustodyBriefing(held.Count);
        foreach (var table in BriefingTables.All)
        {
            briefing._tables[table] = Numbers(Rows(held, table, groupOf).Select(r => (r.Key, r.Value.Count)));
        }

        return briefing;
    }

    /// <summary>
    /// INF-6, for anybody else: rows of 1 to 4 people are put together until they are at least 5; a table of which that leaves one row says nothing and
    /// is left out, and so is one of which a row, beside a number shown before it, would leave 1 to 4 people when one is taken from the other. Then each number is rounded.
    /// </summary>
    public static CustodyBriefing Safe(IReadOnlyCollection<HeldPerson> held, Func<string, string> groupOf)
    {
        if (Suppression.IsSmall(held.Count))
        {
            return new(null) { IsRounded = true };
        }

        var number = held.Select((h, i) => (h.Person.Id, i)).ToDictionary(h => h.Id, h => h.i);
        Those Set(IEnumerable<HeldPerson> some) => new(some.Select(h => new Event(number[h.Person.Id], 0, 0)));
        var briefing = new CustodyBriefing(Suppression.Rounded(held.Count)) { IsRounded = true };
        var published = new List<Those> { Set(held) };
        foreach (var table in BriefingTables.All)
        {
            var rows = Together(Rows(held, table, groupOf));
            var sets = rows.Select(r => Set(r.People)).ToList();
            if (rows.Count > 1 && sets.TrueForAll(s => !s.IsSmall && published.TrueForAll(p => !p.GivesAway(s))))
            {
                published.AddRange(sets);
                briefing._tables[table] = Numbers(rows.Select(r => (r.Code, Suppression.Rounded(r.People.Count))));
            }
        }

        return briefing;
    }

    private static SortedDictionary<string, List<HeldPerson>> Rows(IEnumerable<HeldPerson> held, BriefingTable table, Func<string, string> groupOf)
    {
        var rows = new SortedDictionary<string, List<HeldPerson>>(StringComparer.Ordinal);
        foreach (var one in held)
        {
            var row = table.RowOf(one, groupOf);
            if (!rows.TryGetValue(row, out var people))
            {
                rows[row] = people = [];
            }

            people.Add(one);
        }

        return rows;
    }

    /// <summary>The small ones in one row; where they are still few, the smallest of the others with them.</summary>
    private static List<(string Code, List<HeldPerson> People)> Together(SortedDictionary<string, List<HeldPerson>> rows)
    {
        var large = rows.Where(r => !Suppression.IsSmall(r.Value.Count)).OrderBy(r => r.Value.Count).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value)).ToList();
        var others = rows.Where(r => Suppression.IsSmall(r.Value.Count)).SelectMany(r => r.Value).ToList();
        while (Suppression.IsSmall(others.Count) && large.Count > 0)
        {
            others.AddRange(large[0].Value);
            large.RemoveAt(0);
        }

        return others.Count == 0 ? large : [.. large, (BriefingTables.Others, others)];
    }

    private static IReadOnlyList<BriefingRow> Numbers(IEnumerable<(string Code, int Count)> rows) =>
        [.. rows.OrderBy(r => r.Code is BriefingTables.Others).ThenBy(r => r.Code.Length == 0).ThenByDescending(r => r.Count).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => new BriefingRow(r.Code, r.Count))];
}
