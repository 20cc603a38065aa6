using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// What remains of sums when the schemes shown are taken from them: each the unknown numbers of some hidden schemes, added up. Which schemes, alone or
/// together, can be had from all of them is asked of the equations themselves.
/// </summary>
internal sealed class Remainders
{
    /// <summary>More lots of few people than this are not tried in all combinations: the sum is hidden.</summary>
    private const int MostFew = 10;

    private readonly IReadOnlyList<SchemeSet> _sums;

    /// <summary>Schemes that stand in the same sums cannot be told apart: they are one unknown.</summary>
    private readonly List<SchemeSet> _lots = [];
    private readonly Equations _known = new();
    private readonly Lazy<IReadOnlyList<SchemeSet>> _parts;

    private Remainders(IReadOnlyList<SchemeSet> sums)
    {
        _sums = sums;
        _parts = new(Parted);
        foreach (var sum in sums)
        {
            var lots = _lots.Append(_lots.Aggregate(sum, (left, lot) => left.Without(lot))).SelectMany(lot => new[] { lot.And(sum), lot.Without(sum) }).Where(lot => !lot.IsEmpty).ToList();
            _lots.Clear();
            _lots.AddRange(lots);
        }

        _lots.ForEach(_ => _known.Unknown());
        foreach (var sum in sums)
        {
            _known.Learn(Enumerable.Range(0, _lots.Count).Where(i => sum.Holds(_lots[i])), []);
        }
    }

    public static Remainders None { get; } = new([]);

    /// <summary>The schemes whose numbers together are known, in lots as small as can be had; a sum that cannot be parted as it is.</summary>
    public IReadOnlyList<SchemeSet> Parts => _parts.Value;

    public bool Has(SchemeSet sum) => _sums.Contains(sum);

    public Remainders With(SchemeSet sum) => new([.. _sums, sum]);

    /// <summary>No scheme is had alone, and no schemes together of which few, or where that counts none, stand on one side.</summary>
    /// <param name="noneIsFew">Where nobody stands on one side it is the other for which all are hidden: eight of two schemes would be four and four.</param>
    public bool AreSafe(BySchemes figure, bool noneIsFew) =>
        !_lots.Where((l, i) => l.Count == 1 && _known.Tell([i])).Any() && IsSafe(figure, met: true, noneIsFew) && IsSafe(figure, met: false, noneIsFew);

    private bool IsSafe(BySchemes figure, bool met, bool noneIsFew)
    {
        var few = Enumerable.Range(0, _lots.Count).Where(i => figure.People(_lots[i], met) < Suppression.SmallestShown).ToList();
        if (few.Count > MostFew)
        {
            return false;
        }

        for (var choice = 1; choice < 1 << few.Count; choice++)
        {
            var chosen = few.Where((_, i) => (choice >> i & 1) == 1).ToList();
            var people = figure.People(chosen.Aggregate(SchemeSet.None, (all, i) => all.With(_lots[i])), met);
            if ((Suppression.IsSmall(people) || (people == 0 && noneIsFew)) && _known.Tell(chosen))
            {
                return false;
            }
        }

        return true;
    }

    private IReadOnlyList<SchemeSet> Parted()
    {
        var known = _lots.Where((_, i) => _known.Tell([i])).ToList();
        var left = _lots.Except(known).ToList();
        return [.. known, .. _sums.Where(s => left.Exists(s.Holds))];
    }
}
