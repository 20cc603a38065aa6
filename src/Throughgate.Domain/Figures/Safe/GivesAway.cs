using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Whether what is known of two figures, scheme by scheme and of schemes together, gives few people away: of some schemes one counts a part of what the other
/// counts, wherever that is known, and 1 to 4 people remain.
/// </summary>
internal static class GivesAway
{
    /// <param name="part">Schemes of which the first figure has just become known together.</param>
    public static bool By(IReadOnlyCollection<string> part, BySchemes one, BySchemes other)
    {
        var schemes = part.ToHashSet(StringComparer.Ordinal);
        return Grown(schemes, one, other).Any(s => LeavesFew(s, one, other)) || (other.Cover(schemes) is { } cover && Grown(cover, other, one).Any(s => LeavesFew(s, other, one)));
    }

    /// <summary>Of one scheme: the first, sorted, is a part of the second, and 1 to 4 people are in that alone.</summary>
    public static bool LeavesFew(Event[] few, Event[] many)
    {
        var rest = new HashSet<int>();
        return IsWithin(few, many, rest) && Suppression.IsSmall(rest.Count);
    }

    /// <summary>The schemes, and then with all that are needed to make use of more of what is known of the other figure.</summary>
    private static IEnumerable<IReadOnlySet<string>> Grown(IReadOnlySet<string> schemes, BySchemes many, BySchemes few)
    {
        yield return schemes;
        for (var size = 0; size < schemes.Count; )
        {
            size = schemes.Count;
            foreach (var unit in few.Units(schemes).Where(u => !schemes.IsSupersetOf(u)).ToList())
            {
                schemes = many.Cover(schemes.Union(unit).ToHashSet(StringComparer.Ordinal)) ?? schemes;
            }

            if (schemes.Count > size)
            {
                yield return schemes;
            }
        }
    }

    private static bool LeavesFew(IReadOnlySet<string> schemes, BySchemes many, BySchemes few)
    {
        var units = few.Units(schemes).Where(schemes.IsSupersetOf).ToList();
        var known = units.SelectMany(u => u).ToHashSet(StringComparer.Ordinal);
        var alone = schemes.Where(s => !known.Contains(s)).Select(many.CellsOf).ToList();
        var both = units.ConvertAll(u => u.Select(s => (Many: many.CellsOf(s), Few: few.CellsOf(s))).ToArray());
        var cells = alone.Concat(both.SelectMany(u => u).Select(s => s.Many)).Select(c => c.Length).Where(l => l > 0).DefaultIfEmpty(0).Min();
        var others = both.SelectMany(u => u).Select(s => s.Few.Length).DefaultIfEmpty(0).Max();
        for (var cell = 0; cell < cells; cell++)
        {
            var left = new HashSet<int>();
            for (var i = 0; i < alone.Count && left.Count < Suppression.SmallestShown; i++)
            {
                Take(left, At(alone[i], cell));
            }

            for (var other = 0; left.Count < Suppression.SmallestShown && other < others; other++)
            {
                if (LeavesFew(both, [.. left], cell, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool LeavesFew(List<(Event[][] Many, Event[][] Few)[]> units, HashSet<int> left, int cell, int other)
    {
        var any = false;
        for (var i = 0; i < units.Count && left.Count < Suppression.SmallestShown; i++)
        {
            var rest = new HashSet<int>();
            if (Array.TrueForAll(units[i], s => IsWithin(At(s.Few, other), At(s.Many, cell), rest)))
            {
                any |= Array.Exists(units[i], s => At(s.Few, other).Length > 0);
                left.UnionWith(rest);
            }
            else
            {
                foreach (var scheme in units[i])
                {
                    Take(left, At(scheme.Many, cell));
                }
            }
        }

        return any && Suppression.IsSmall(left.Count);
    }

    private static Event[] At(Event[][] cells, int cell) => cell < cells.Length ? cells[cell] : [];

    private static void Take(HashSet<int> left, Event[] events)
    {
        for (var i = 0; i < events.Length && left.Count < Suppression.SmallestShown; i++)
        {
            left.Add(events[i].Person);
        }
    }

    /// <summary>Both sorted. Who is in the second alone is put to the rest, until they are many.</summary>
    private static bool IsWithin(Event[] few, Event[] many, HashSet<int> rest)
    {
        var at = 0;
        for (var i = 0; i < many.Length && few.Length <= many.Length; i++)
        {
            if (at < few.Length && few[at] == many[i])
            {
                at++;
            }
            else if (at < few.Length && few[at] < many[i])
            {
                return false;
            }
            else if (rest.Count < Suppression.SmallestShown)
            {
                rest.Add(many[i].Person);
            }
        }

        return at == few.Length;
    }
}
