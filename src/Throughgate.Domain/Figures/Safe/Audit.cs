namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// The audit of everything that sums say together: nothing that is hidden of a scheme may follow from them that its own board does not know. Unknown is what is
/// hidden of each scheme; who is counted alike by two figures is one unknown, so that what one gives away is known of the other.
/// </summary>
internal sealed class Audit
{
    private readonly Equations _known = new();
    private readonly Dictionary<(BySchemes Figure, int Scheme), int?[]> _places = [];

    private readonly List<Secret> _secrets = [];

    /// <param name="together">Schemes that sums put together: of them, too, nothing few may lie between two figures one of which is part of the other.</param>
    public Audit(IReadOnlyCollection<BySchemes> figures, IReadOnlyCollection<SchemeSet> together)
    {
        foreach (var scheme in figures.Aggregate(SchemeSet.None, (all, f) => all.With(f.Hidden)))
        {
            Add(scheme, figures);
        }

        foreach (var schemes in together)
        {
            AddBetween(schemes, figures);
        }

        var changes = _known.Unnoticed();
        _secrets.RemoveAll(s => Follows(s, changes));
    }

    /// <summary>Whether the sum of what is hidden of these schemes may be known, as far as every secret stays one; then it is, though a breakdown of which another row is refused is not shown.</summary>
    public bool MayKnow(BySchemes figure, SchemeSet hidden)
    {
        var (met, rest) = (new List<int>(), new List<int>());
        foreach (var scheme in hidden)
        {
            var places = _places[(figure, scheme)];
            met.AddRange(At(places, 1));
            rest.AddRange(At(places, 2));
        }

        var changes = _known.Beside(met, rest);
        if (_secrets.Exists(s => Follows(s, changes)))
        {
            return false;
        }

        _known.Learn(met, []);
        _known.Learn(rest, []);
        return true;
    }

    private static bool Follows(Secret secret, Equations.Change[] changes) => Array.TrueForAll(changes, c => c.Of(secret.Of) == c.Of(secret.Without));

    /// <summary>
    /// What few people lie between two figures of some schemes together, of which one at least is hidden of each: one scheme's people are no secret where nobody knows of whom they are,
    /// and two in three schemes are one.
    /// </summary>
    private void AddBetween(SchemeSet schemes, IReadOnlyCollection<BySchemes> figures)
    {
        foreach (var many in figures)
        {
            foreach (var few in figures.Where(f => !ReferenceEquals(f, many)))
            {
                var some = schemes.And(many.Hidden.With(few.Hidden)).And(many.Schemes);
                for (var cell = 0; !some.IsEmpty && cell < BySchemes.CellsOfHidden; cell++)
                {
                    for (var other = 0; other < BySchemes.CellsOfHidden; other++)
                    {
                        if (GivesAway.LeavesFew(some, many, cell, few, other))
                        {
                            _secrets.Add(new([.. PlacesOf(some, many, cell)], [.. PlacesOf(some, few, other)]));
                        }
                    }
                }
            }
        }
    }

    /// <summary>The unknown numbers of those schemes; of the others it is known.</summary>
    private IEnumerable<int> PlacesOf(SchemeSet schemes, BySchemes figure, int cell)
    {
        foreach (var scheme in schemes)
        {
            if (_places.TryGetValue((figure, scheme), out var places) && places[cell] is { } at)
            {
                yield return at;
            }
        }
    }

    private void Add(int scheme, IReadOnlyCollection<BySchemes> figures)
    {
        var known = figures.Where(f => !f.Hidden.Has(scheme)).SelectMany(f => f.CellsOf(scheme)).Where(c => c.Length > 0).Select(Key).Distinct().ToDictionary(k => k, _ => (int?)null);
        var unknown = new List<(int At, Event[] Events)>();
        foreach (var figure in figures.Where(f => f.Hidden.Has(scheme)))
        {
            var places = Array.ConvertAll(figure.CellsOf(scheme), cell => Place(cell, known, unknown));
            _places[(figure, scheme)] = places;
            _known.Learn(At(places, 0), [.. At(places, 1), .. At(places, 2)]);
        }

        _secrets.AddRange(from many in unknown from few in unknown where few.Events.Length < many.Events.Length && GivesAway.LeavesFew(few.Events, many.Events) select new Secret([many.At], [few.At]));
    }

    /// <summary>The unknown number of those; null where it is known.</summary>
    private int? Place(Event[] cell, Dictionary<(int, long, long), int?> known, List<(int At, Event[] Events)> unknown)
    {
        // Who is nobody is nobody's secret, and no two nobodies are the same.
        if (cell.Length == 0)
        {
            return _known.Unknown();
        }

        if (!known.TryGetValue(Key(cell), out var at))
        {
            at = known[Key(cell)] = _known.Unknown();
            _secrets.Add(new([at.Value], []));
            unknown.Add((at.Value, cell));
        }

        return at;
    }

    private static IEnumerable<int> At(int?[] places, int cell) => places[cell] is { } at ? [at] : [];

    private static (int, long, long) Key(Event[] events)
    {
        var (one, other) = (0L, 0L);
        foreach (var e in events)
        {
            unchecked
            {
                var mixed = (((ulong)(uint)e.Person << 32) | (uint)e.Day) * 0x9E3779B97F4A7C15UL ^ ((ulong)(uint)e.About * 0xC2B2AE3D27D4EB4FUL);
                mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL;
                one += (long)(mixed ^ (mixed >> 32));
                other += (long)((mixed * 0x94D049BB133111EBUL) ^ (mixed >> 31));
            }
        }

        return (events.Length, one, other);
    }

    /// <summary>What must not follow: numbers together, or what lies between them and others that are part of them.</summary>
    private sealed record Secret(int[] Of, int[] Without);
}
