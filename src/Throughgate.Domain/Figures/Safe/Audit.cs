namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// The audit of everything that sums say together: nothing that is hidden of a scheme may follow from them that its own board does not know. Unknown is what is
/// hidden of each scheme; who is counted alike by two figures is one unknown, so that what one gives away is known of the other.
/// </summary>
internal sealed class Audit
{
    private readonly Equations _known = new();
    private readonly Dictionary<(BySchemes Figure, int Scheme), int?[]> _places = [];

    /// <summary>What must not follow: a number, or what lies between two of which one is part of the other.</summary>
    private readonly List<(int Of, int? Without)> _secrets = [];

    public Audit(IReadOnlyCollection<BySchemes> figures)
    {
        foreach (var scheme in figures.Aggregate(SchemeSet.None, (all, f) => all.With(f.Hidden)))
        {
            Add(scheme, figures);
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

    private static bool Follows((int Of, int? Without) secret, Equations.Change[] changes) =>
        Array.TrueForAll(changes, c => c.Of(secret.Of) == (secret.Without is { } without ? c.Of(without) : 0));

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

        _secrets.AddRange(from many in unknown from few in unknown where few.Events.Length < many.Events.Length && GivesAway.LeavesFew(few.Events, many.Events) select (many.At, (int?)few.At));
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
            _secrets.Add((at.Value, null));
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
}
