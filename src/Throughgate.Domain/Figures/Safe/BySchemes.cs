namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// One figure, or one row of a breakdown, scheme by scheme: what of it is known of each scheme alone, and of which of the others together, because a sum of
/// them is shown.
/// </summary>
internal sealed class BySchemes
{
    /// <summary>Of a hidden scheme nothing but the whole, met and the rest can come to be known.</summary>
    public const int CellsOfHidden = 3;

    private readonly (Tally? Tally, ShownAs As)[] _schemes;
    private readonly Event[][]?[] _cells;
    private readonly int[][]?[] _few;

    /// <param name="count">How many schemes there are.</param>
    /// <param name="schemes">Each scheme with its tally and how much of it is shown. Those of whom nobody is counted may be missing.</param>
    public BySchemes(int count, IEnumerable<(int Scheme, Tally Tally, ShownAs As)> schemes)
    {
        _schemes = new (Tally?, ShownAs)[count];
        foreach (var (scheme, tally, level) in schemes.Where(s => s.Tally.Whole > 0))
        {
            _schemes[scheme] = (tally, level);
        }

        (_cells, _few) = (new Event[][]?[count], new int[][]?[count]);
        var all = Enumerable.Range(0, count).Where(s => _schemes[s].Tally is not null).ToList();
        Schemes = SchemeSet.Of(all);
        Hidden = SchemeSet.Of(all.Where(s => _schemes[s].As < ShownAs.MetAndRest));
        Alone = Schemes.Without(Hidden);
    }

    /// <summary>Of whom somebody is counted.</summary>
    public SchemeSet Schemes { get; }

    /// <summary>Of whom somebody is counted and nothing shown.</summary>
    public SchemeSet Hidden { get; }

    /// <summary>Of which hidden schemes the numbers together are known.</summary>
    public Remainders Known { get; set; } = Remainders.None;

    /// <summary>How much is shown of all of these.</summary>
    public ShownAs LeastOf(SchemeSet schemes)
    {
        var least = ShownAs.Parts;
        foreach (var scheme in schemes)
        {
            least = _schemes[scheme].As < least ? _schemes[scheme].As : least;
        }

        return least;
    }

    /// <summary>How many people of some schemes meet it, or do not, as far as is needed to know that they are not few.</summary>
    public int People(SchemeSet schemes, bool met)
    {
        var people = new FewPeople();
        foreach (var scheme in schemes)
        {
            people.Add(FewOf(scheme, met ? 1 : 2));
            if (people.AreMany)
            {
                break;
            }
        }

        return people.Count;
    }

    /// <summary>Schemes of which something is known alone.</summary>
    public SchemeSet Alone { get; }

    /// <summary>The fewest schemes that hold these and of which the figure is known together; null where it is not.</summary>
    public SchemeSet? Cover(SchemeSet schemes)
    {
        while (true)
        {
            var (hidden, cover, known) = (schemes.And(Hidden), schemes, SchemeSet.None);
            foreach (var part in Known.Parts.Where(p => p.Meets(hidden)))
            {
                (cover, known) = (cover.With(part), known.With(part));
            }

            if (!known.Holds(hidden))
            {
                return null;
            }

            if (schemes.Holds(cover))
            {
                return cover;
            }

            schemes = cover;
        }
    }

    /// <summary>What each number counts that is known of the schemes together: the whole, who meets it, the rest; and where all show them, answers and parts.</summary>
    public Event[][] CellsOf(int scheme)
    {
        if (_cells[scheme] is not { } cells)
        {
            var (tally, level) = _schemes[scheme];
            _cells[scheme] = cells = tally is null ? [] : [.. Cells.Of(tally, Hidden.Has(scheme) ? ShownAs.MetAndRest : level).Select(c => c.Distinct().Order().ToArray())];
        }

        return cells;
    }

    /// <summary>Whom one of the first numbers counts; nobody where the scheme counts nobody.</summary>
    public Event[] CellOf(int scheme, int cell) => CellsOf(scheme) is { Length: > 0 } cells ? cells[cell] : [];

    /// <summary>People whom a number counts, as far as is needed to know that they are not few.</summary>
    public int[] FewOf(int scheme, int cell)
    {
        var few = _few[scheme] ??= [.. CellsOf(scheme).Select(FewPeople.Of)];
        return cell < few.Length ? few[cell] : [];
    }
}
