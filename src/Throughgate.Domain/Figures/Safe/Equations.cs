namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// What sums of unknown numbers are known, modulo a large prime. Changes of the unknowns, drawn by chance, that no equation notices tell what follows: whatever
/// none of them moves. What is learnt changes but those unknowns that hang on it.
/// </summary>
internal sealed class Equations
{
    private const long Prime = int.MaxValue;
    private const int Changes = 4;
    private readonly Random _random = new(7);

    /// <summary>Of each unknown its change, four times; what it is told by, the lowest of its equation, where there is one; and whose equations it stands in.</summary>
    private readonly List<(long[] Change, (int At, long Times)[]? Told, List<int> In)> _unknowns = [];

    /// <summary>One unknown more; its place.</summary>
    public int Unknown()
    {
        _unknowns.Add(([.. Enumerable.Range(0, Changes).Select(_ => _random.NextInt64(1, Prime))], null, []));
        return _unknowns.Count - 1;
    }

    /// <summary>The sum of those is known, each as often as it stands there; a minus with the second.</summary>
    public void Learn(IEnumerable<int> plus, IEnumerable<int> minus)
    {
        var row = new SortedDictionary<int, long>();
        foreach (var at in plus)
        {
            Add(row, at, 1);
        }

        foreach (var at in minus)
        {
            Add(row, at, Prime - 1);
        }

        while (row.Count > 0)
        {
            var (lead, factor) = row.First();
            row.Remove(lead);
            if (_unknowns[lead].Told is not { } told)
            {
                var inverse = (long)System.Numerics.BigInteger.ModPow(factor, Prime - 2, Prime);
                Tell(lead, [.. row.Select(r => (r.Key, (Prime - r.Value) * inverse % Prime))]);
                return;
            }

            foreach (var (at, times) in told)
            {
                Add(row, at, factor * times % Prime);
            }
        }
    }

    /// <summary>Whether the sum follows from what was learnt.</summary>
    public bool Tell(IReadOnlyCollection<int> sum) => Array.TrueForAll(Moves(sum), m => m == 0);

    /// <summary>Two changes that nothing learnt notices, and neither would the two sums.</summary>
    public Change[] Beside(IReadOnlyCollection<int> one, IReadOnlyCollection<int> other)
    {
        long[][] mixes = [.. Enumerable.Range(0, Changes).Select(i => Enumerable.Range(0, Changes).Select(k => k == i ? 1L : 0).ToArray())];
        foreach (var moves in new[] { Moves(one), Moves(other) })
        {
            var moved = Array.ConvertAll(mixes, m => Product(m, moves));
            var noticed = Math.Max(0, Array.FindIndex(moved, m => m != 0));
            mixes = [.. Enumerable.Range(0, mixes.Length).Where(i => i != noticed).Select(i => moved[i] == 0 ? mixes[i] : Mixed(mixes[i], moved[noticed], mixes[noticed], Prime - moved[i]))];
        }

        return Array.ConvertAll(mixes, m => new Change(this, m));
    }

    /// <summary>Changes that nothing learnt notices.</summary>
    public Change[] Unnoticed() => Beside([], []);

    private long[] Moves(IEnumerable<int> sum)
    {
        var moves = new long[Changes];
        foreach (var at in sum)
        {
            for (var i = 0; i < Changes; i++)
            {
                moves[i] = (moves[i] + _unknowns[at].Change[i]) % Prime;
            }
        }

        return moves;
    }

    /// <summary>The unknown is told by those; it, and whatever is told by it, changes with them.</summary>
    private void Tell(int lead, (int At, long Times)[] told)
    {
        _unknowns[lead] = _unknowns[lead] with { Told = told };
        foreach (var (at, _) in told)
        {
            _unknowns[at].In.Add(lead);
        }

        // An unknown is told by higher ones alone: from the highest down, each is reckoned when those that it hangs on are.
        var open = new SortedSet<int> { lead };
        while (open.Count > 0)
        {
            var next = open.Max;
            open.Remove(next);
            var change = _unknowns[next].Change;
            Array.Clear(change);
            foreach (var (at, times) in _unknowns[next].Told!)
            {
                for (var i = 0; i < Changes; i++)
                {
                    change[i] = (change[i] + (times * _unknowns[at].Change[i])) % Prime;
                }
            }

            open.UnionWith(_unknowns[next].In);
        }
    }

    private static void Add(SortedDictionary<int, long> row, int at, long value)
    {
        var sum = (row.GetValueOrDefault(at) + value) % Prime;
        if (sum == 0)
        {
            row.Remove(at);
        }
        else
        {
            row[at] = sum;
        }
    }

    private static long Product(long[] one, long[] other)
    {
        var sum = 0L;
        for (var i = 0; i < one.Length; i++)
        {
            sum = (sum + (one[i] * other[i])) % Prime;
        }

        return sum;
    }

    private static long[] Mixed(long[] one, long times, long[] other, long otherTimes) =>
        [.. one.Select((o, i) => ((o * times) + (other[i] * otherTimes % Prime)) % Prime)];

    /// <summary>A change of all unknowns.</summary>
    internal readonly struct Change(Equations equations, long[] mix)
    {
        /// <summary>By how much the sum of those moves.</summary>
        public long Of(int[] unknowns)
        {
            var sum = 0L;
            foreach (var unknown in unknowns)
            {
                sum = (sum + Product(mix, equations._unknowns[unknown].Change)) % Prime;
            }

            return sum;
        }
    }
}
