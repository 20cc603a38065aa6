namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Whether what is known of two figures, scheme by scheme and of schemes together, gives few people away: of some schemes one counts a part of what the other
/// counts, wherever that is known, and 1 to 4 people remain.
/// </summary>
internal static class GivesAway
{
    /// <param name="part">Schemes of which the first figure has just become known together.</param>
    public static bool By(SchemeSet part, BySchemes one, BySchemes other) =>
        Grown(part, one, other).Any(s => LeavesFew(s, one, other)) || (other.Cover(part) is { } cover && Grown(cover, other, one).Any(s => LeavesFew(s, other, one)));

    /// <summary>Of one scheme: the first, sorted, is a part of the second, and 1 to 4 people are in that alone.</summary>
    public static bool LeavesFew(Event[] few, Event[] many)
    {
        var rest = new FewPeople();
        return IsWithin(few, many, rest) && rest.AreFew;
    }

    /// <summary>Of each of some schemes a number of the second figure is part of a number of the first, and 1 to 4 people are in that alone.</summary>
    public static bool LeavesFew(SchemeSet schemes, BySchemes many, int cell, BySchemes few, int other)
    {
        var rest = new FewPeople();
        foreach (var scheme in schemes)
        {
            if (rest.AreMany || !IsWithin(few.CellOf(scheme, other), many.CellOf(scheme, cell), rest))
            {
                return false;
            }
        }

        return rest.AreFew;
    }

    /// <summary>The schemes, and then with all that are needed to make use of more of what is known of the other figure.</summary>
    private static IEnumerable<SchemeSet> Grown(SchemeSet schemes, BySchemes many, BySchemes few)
    {
        yield return schemes;
        for (var grown = few.Known.Parts.Count > 0; grown; )
        {
            var before = schemes;
            foreach (var part in few.Known.Parts.Where(p => p.Meets(before) && !before.Holds(p)))
            {
                schemes = many.Cover(schemes.With(part)) ?? schemes;
            }

            grown = !before.Holds(schemes);
            if (grown)
            {
                yield return schemes;
            }
        }
    }

    private static bool LeavesFew(SchemeSet schemes, BySchemes many, BySchemes few)
    {
        var single = schemes.And(few.Alone);
        List<SchemeSet> together = few.Known.Parts.Count == 0 ? [] : [.. few.Known.Parts.Where(schemes.Holds)];
        var alone = together.Aggregate(schemes.Without(few.Alone), (left, part) => left.Without(part));
        var (cells, others) = (schemes.Meets(many.Hidden) ? BySchemes.CellsOfHidden : Least(schemes, many), -1);
        var left = new FewPeople();
        for (var cell = 0; cell < cells; cell++)
        {
            left.Clear();
            foreach (var scheme in alone)
            {
                left.Add(many.FewOf(scheme, cell));
                if (left.AreMany)
                {
                    break;
                }
            }

            if (left.AreMany)
            {
                continue;
            }

            others = others < 0 ? Most(together.Aggregate(single, (all, part) => all.With(part)), few) : others;
            var units = new Units(many, few, single, together);
            for (var other = 0; other < others; other++)
            {
                if (units.LeaveFew(left, cell, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How many numbers every scheme that has any has.</summary>
    private static int Least(SchemeSet schemes, BySchemes figure)
    {
        var least = 0;
        foreach (var scheme in schemes)
        {
            var cells = figure.CellsOf(scheme).Length;
            least = cells > 0 && (least == 0 || cells < least) ? cells : least;
        }

        return least;
    }

    private static int Most(SchemeSet schemes, BySchemes figure)
    {
        var most = 0;
        foreach (var scheme in schemes)
        {
            most = Math.Max(most, figure.CellsOf(scheme).Length);
        }

        return most;
    }

    /// <summary>Both sorted. Who is in the second alone is put to the rest, until they are many.</summary>
    private static bool IsWithin(Event[] few, Event[] many, FewPeople rest)
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
            else
            {
                rest.Add(many[i].Person);
            }
        }

        return at == few.Length;
    }

    /// <summary>Schemes of which both figures are known: one by one, and together.</summary>
    private sealed class Units(BySchemes many, BySchemes few, SchemeSet single, List<SchemeSet> together)
    {
        private readonly FewPeople _left = new();
        private readonly FewPeople _rest = new();
        private int _cell;
        private int _other;
        private bool _any;

        /// <param name="before">Who is left already.</param>
        public bool LeaveFew(FewPeople before, int cell, int other)
        {
            (_cell, _other, _any) = (cell, other, false);
            _left.Clear();
            _left.Add(before);
            foreach (var scheme in single)
            {
                Take(scheme);
                if (_left.AreMany)
                {
                    return false;
                }
            }

            for (var i = 0; i < together.Count && !_left.AreMany; i++)
            {
                Take(together[i]);
            }

            return _any && _left.AreFew;
        }

        private void Take(int scheme)
        {
            _rest.Clear();
            if (IsPart(scheme))
            {
                _any |= FewCell(scheme).Length > 0;
                _left.Add(_rest);
            }
            else
            {
                _left.Add(many.FewOf(scheme, _cell));
            }
        }

        /// <summary>Of which only the sum is known.</summary>
        private void Take(SchemeSet schemes)
        {
            _rest.Clear();
            var (within, some) = (true, false);
            foreach (var scheme in schemes)
            {
                within = within && IsPart(scheme);
                some |= within && FewCell(scheme).Length > 0;
            }

            if (within)
            {
                _any |= some;
                _left.Add(_rest);
                return;
            }

            foreach (var scheme in schemes)
            {
                _left.Add(many.FewOf(scheme, _cell));
            }
        }

        private bool IsPart(int scheme) => IsWithin(FewCell(scheme), At(many.CellsOf(scheme), _cell), _rest);

        private Event[] FewCell(int scheme) => At(few.CellsOf(scheme), _other);

        private static Event[] At(Event[][] cells, int cell) => cell < cells.Length ? cells[cell] : [];
    }
}
