using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// What remains of sums when the schemes shown are taken from them: each the unknown numbers of some hidden schemes, added up. Which schemes, alone or
/// together, can be had from all of them is asked of the equations themselves, modulo a large prime.
/// </summary>
internal sealed class Remainders
{
    private const long Prime = int.MaxValue;

    /// <summary>More lots of few people than this are not tried in all combinations: the sum is hidden.</summary>
    private const int MostFew = 10;

    private readonly IReadOnlyList<IReadOnlySet<string>> _sums;
    private readonly List<List<string>> _lots;
    private readonly List<long[]> _steps = [];
    private readonly Lazy<IReadOnlyList<IReadOnlyCollection<string>>> _parts;

    private Remainders(IReadOnlyList<IReadOnlySet<string>> sums)
    {
        _sums = sums;

        // Schemes that stand in the same sums cannot be told apart: they are one unknown.
        _lots = [.. sums.SelectMany(s => s).Distinct().GroupBy(scheme => string.Concat(sums.Select(s => s.Contains(scheme) ? '1' : '0')), StringComparer.Ordinal).Select(g => g.ToList())];
        _parts = new(Parted);
        foreach (var sum in sums)
        {
            Take(Reduced([.. _lots.Select(l => sum.Contains(l[0]) ? 1L : 0)]));
        }
    }

    public static Remainders None { get; } = new([]);

    /// <summary>The schemes whose numbers together are known, in lots as small as can be had; a sum that cannot be parted as it is.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Parts => _parts.Value;

    public bool Has(IReadOnlySet<string> sum) => _sums.Any(s => s.SetEquals(sum));

    public Remainders With(IReadOnlySet<string> sum) => new([.. _sums, sum]);

    /// <summary>No scheme is had alone, and no schemes together of which few, or where that counts none, stand on one side.</summary>
    /// <param name="noneIsFew">Where nobody stands on one side it is the other for which all are hidden: eight of two schemes would be four and four.</param>
    public bool AreSafe(BySchemes figure, bool noneIsFew) =>
        !_lots.Where((l, i) => l.Count == 1 && IsKnown([i])).Any() && IsSafe(figure, met: true, noneIsFew) && IsSafe(figure, met: false, noneIsFew);

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
            var people = figure.People(chosen.SelectMany(i => _lots[i]), met);
            if ((Suppression.IsSmall(people) || (people == 0 && noneIsFew)) && IsKnown(chosen))
            {
                return false;
            }
        }

        return true;
    }

    private IReadOnlyList<IReadOnlyCollection<string>> Parted()
    {
        var known = _lots.Where((_, i) => IsKnown([i])).ToList();
        return [.. known, .. _sums.Where(s => _lots.Exists(l => s.Contains(l[0]) && !known.Contains(l)))];
    }

    private bool IsKnown(IReadOnlyCollection<int> lots)
    {
        var row = new long[_lots.Count];
        foreach (var lot in lots)
        {
            row[lot] = 1;
        }

        return Array.TrueForAll(Reduced(row), v => v == 0);
    }

    private void Take(long[] row)
    {
        var lead = Array.FindIndex(row, v => v != 0);
        if (lead >= 0)
        {
            var inverse = (long)System.Numerics.BigInteger.ModPow(row[lead], Prime - 2, Prime);
            _steps.Add([.. row.Select(v => v * inverse % Prime)]);
        }
    }

    private long[] Reduced(long[] row)
    {
        foreach (var step in _steps)
        {
            var lead = Array.FindIndex(step, v => v != 0);
            var factor = row[lead];
            for (var i = lead; factor != 0 && i < row.Length; i++)
            {
                row[i] = (row[i] + ((Prime - factor) * step[i])) % Prime;
            }
        }

        return row;
    }
}
