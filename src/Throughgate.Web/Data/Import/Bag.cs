using System.Runtime.InteropServices;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

internal sealed record StagedRow(int Line, string?[] Cells);

/// <param name="Corrected">Recorded here, but it came with an import once.</param>
/// <param name="Voided">Wrongly recorded: it stands against a row that is the same, and against no other.</param>
internal sealed record HeldRow(Guid Id, bool Recorded, bool Corrected, Guid? PersonId, Guid? CaseId, bool Voided, string?[] Cells);

/// <summary>The rows of one person or case in one file: as the bundle gives them and as they are held.</summary>
internal sealed class Bag
{
    public List<StagedRow> Theirs { get; } = [];

    public List<HeldRow> Ours { get; } = [];

    public sealed record Outcome(long Left, List<StagedRow> Added, List<(HeldRow Ours, StagedRow Theirs)> Changed, List<HeldRow> Removed);

    /// <summary>
    /// Equal rows are left, then rows that oppose one recorded here are settled (ours stays, or theirs takes its place), then the rest
    /// is paired in order: pairs are changes, what is over is added or removed. What was recorded here and nobody opposes stays.
    /// </summary>
    public Outcome Compare(BundleFile file, ImportWork work)
    {
        var outcome = new Outcome(0, [], [], []);
        var (theirs, ours, left) = Unequal(file, work, outcome);
        var recorded = ours.Where(o => o.Recorded).ToList();
        var free = new List<StagedRow>();
        var taken = new HashSet<HeldRow>();
        var opposed = new HashSet<HeldRow>();
        foreach (var row in theirs)
        {
            var against = recorded.Where(r => Clash(file, row.Cells, r.Cells, r.Corrected)).ToList();
            if (against.Count == 0)
            {
                free.Add(row);
                continue;
            }

            Tell(file, work, row, against[0]);
            opposed.UnionWith(against);
            if (!work.TakeTheirs)
            {
                left++;
                continue;
            }

            Settle(outcome, row, against.FirstOrDefault(taken.Add));
        }

        if (work.TakeTheirs)
        {
            outcome.Removed.AddRange(opposed.Except(taken));
        }

        free.Sort((a, b) => Order(a.Cells, b.Cells));
        var imported = ours.Where(o => !o.Recorded).ToList();
        imported.Sort((a, b) => Order(a.Cells, b.Cells));
        var corrected = new Queue<HeldRow>(recorded.Where(r => r.Corrected && !opposed.Contains(r)));
        for (var i = 0; i < free.Count; i++)
        {
            if (i < imported.Count)
            {
                outcome.Changed.Add((imported[i], free[i]));
            }
            else if (corrected.TryDequeue(out var mine))
            {
                // What is over where rows were corrected here is what they were corrected from.
                Tell(file, work, free[i], mine);
                if (work.TakeTheirs)
                {
                    outcome.Changed.Add((mine, free[i]));
                }
                else
                {
                    left++;
                }
            }
            else
            {
                outcome.Added.Add(free[i]);
            }
        }

        outcome.Removed.AddRange(imported.Skip(free.Count));
        return outcome with { Left = left };
    }

    private (List<StagedRow> Theirs, List<HeldRow> Ours, long Left) Unequal(BundleFile file, ImportWork work, Outcome outcome)
    {
        var held = new Dictionary<string, List<HeldRow>>(Ours.Count, StringComparer.Ordinal);
        foreach (var row in Ours.OrderBy(o => o.Voided).ThenBy(o => o.Recorded))
        {
            ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(held, Sign(row.Cells), out _);
            (same ??= []).Add(row);
        }

        var rest = new List<StagedRow>();
        long left = 0;
        foreach (var row in Theirs)
        {
            if (held.TryGetValue(Sign(row.Cells), out var same) && same.Count > 0)
            {
                var mine = same[0];
                same.RemoveAt(0);
                if (mine.Voided)
                {
                    work.Report.Conflict(new(file.FileName, row.Line, row.Cells[0]!, "", Opposed.Voided, Shown(row.Cells), mine.PersonId));
                    if (work.TakeTheirs)
                    {
                        outcome.Changed.Add((mine, row));
                        continue;
                    }
                }

                left++;
            }
            else
            {
                rest.Add(row);
            }
        }

        return (rest, [.. held.Values.SelectMany(h => h).Where(h => !h.Voided)], left);
    }

    private static void Settle(Outcome outcome, StagedRow row, HeldRow? ours)
    {
        if (ours is null)
        {
            outcome.Added.Add(row);
        }
        else
        {
            outcome.Changed.Add((ours, row));
        }
    }

    private static void Tell(BundleFile file, ImportWork work, StagedRow theirs, HeldRow ours) =>
        work.Report.Conflict(new(file.FileName, theirs.Line, theirs.Cells[0]!, "", Shown(ours.Cells), Shown(theirs.Cells), ours.PersonId));

    // Both cannot stand: one offer a day, one Asset a purpose and day, one residence at a time; else the corrected row of the same day.
    private static bool Clash(BundleFile file, string?[] theirs, string?[] ours, bool corrected) =>
        file.Name == "residences" ? string.CompareOrdinal(theirs[2], ours[3] ?? "9999") <= 0 && string.CompareOrdinal(ours[2], theirs[3] ?? "9999") <= 0
        : file.OnceEach.Count > 0 ? file.OnceEach.All(c => theirs[file[c]] == ours[file[c]])
        : corrected && Day(file) is var day && theirs[day] == ours[day];

    private static int Day(BundleFile file)
    {
        for (var i = 0; i < file.Columns.Count; i++)
        {
            if (file.Columns[i].Kind == CellKind.Day)
            {
                return i;
            }
        }

        return 0;
    }

    private static string Sign(string?[] cells) => string.Join('\u001f', cells);

    private static string Shown(string?[] cells) => string.Join(", ", cells.Skip(1).Select(c => c ?? "–"));

    private static int Order(string?[] a, string?[] b)
    {
        for (var i = 1; i < a.Length; i++)
        {
            if (string.CompareOrdinal(a[i], b[i]) is var order && order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}

internal static class Bags
{
    public static Bag GetOrNew(this SortedDictionary<int, Bag> bags, int owner) =>
        bags.TryGetValue(owner, out var bag) ? bag : bags[owner] = new Bag();
}
