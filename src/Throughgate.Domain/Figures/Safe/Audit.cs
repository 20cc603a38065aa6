namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// The audit of everything that sums say together: nothing that is hidden of a scheme may follow from them that its own board does not know. Unknown is what is
/// hidden of each scheme; who is counted alike by two figures is one unknown, so that what one gives away is known of the other.
/// </summary>
internal sealed class Audit
{
    private readonly Equations _known = new();
    private readonly Dictionary<(BySchemes Figure, string Scheme, int Cell), int?> _places = [];

    /// <summary>What must not follow: a number, or what lies between two of which one is part of the other.</summary>
    private readonly List<(int Of, int? Without)> _secrets = [];

    public Audit(IReadOnlyCollection<BySchemes> figures)
    {
        foreach (var scheme in figures.SelectMany(f => f.Hidden).Distinct().Order(StringComparer.Ordinal))
        {
            Add(scheme, figures);
        }

        var changes = _known.Unnoticed();
        _secrets.RemoveAll(s => Follows(s, changes));
    }

    /// <summary>Whether the sum of what is hidden of these schemes may be known, as far as every secret stays one; then it is, though a breakdown of which another row is refused is not shown.</summary>
    public bool MayKnow(BySchemes figure, IReadOnlyCollection<string> hidden)
    {
        var sums = Enumerable.Range(1, 2).Select(cell => hidden.Select(s => _places[(figure, s, cell)]).OfType<int>().ToList()).ToList();
        var changes = _known.ChangesBeside(sums[0], sums[1]);
        if (_secrets.Exists(s => Follows(s, changes)))
        {
            return false;
        }

        sums.ForEach(s => _known.Learn(s, []));
        return true;
    }

    private static bool Follows((int Of, int? Without) secret, long[][] changes) =>
        Array.TrueForAll(changes, c => secret.Without is { } without ? c[secret.Of] == c[without] : c[secret.Of] == 0);

    private void Add(string scheme, IReadOnlyCollection<BySchemes> figures)
    {
        var places = figures.Where(f => !f.Hidden.Contains(scheme)).SelectMany(f => f.CellsOf(scheme)).Where(c => c.Length > 0).Select(Key).Distinct().ToDictionary(k => k, _ => (int?)null);
        var unknown = new List<(int At, Event[] Events)>();
        foreach (var figure in figures.Where(f => f.Hidden.Contains(scheme)))
        {
            var cells = figure.CellsOf(scheme);
            for (var i = 0; i < cells.Length; i++)
            {
                // Who is nobody is nobody's secret, and no two nobodies are the same.
                if (cells[i].Length == 0)
                {
                    _places[(figure, scheme, i)] = _known.Unknown();
                }
                else if (!places.TryGetValue(Key(cells[i]), out var at))
                {
                    var place = _known.Unknown();
                    _places[(figure, scheme, i)] = places[Key(cells[i])] = place;
                    _secrets.Add((place, null));
                    unknown.Add((place, cells[i]));
                }
                else
                {
                    _places[(figure, scheme, i)] = at;
                }
            }

            _known.Learn(At(figure, scheme, 0), [.. At(figure, scheme, 1), .. At(figure, scheme, 2)]);
        }

        _secrets.AddRange(from many in unknown from few in unknown where few.Events.Length < many.Events.Length && GivesAway.LeavesFew(few.Events, many.Events) select (many.At, (int?)few.At));
    }

    private IEnumerable<int> At(BySchemes figure, string scheme, int cell) => _places[(figure, scheme, cell)] is { } at ? [at] : [];

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
