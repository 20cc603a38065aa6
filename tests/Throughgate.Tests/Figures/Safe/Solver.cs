namespace Throughgate.Tests.Figures.Safe;

/// <summary>
/// Linear equations solved modulo a large prime, another than the product's. What they settle is found by two changes of the unknowns, drawn by chance, that
/// every equation leaves as it is: what no such change moves, follows.
/// </summary>
internal sealed class Solver(int seed)
{
    private const long Prime = 998244353;
    private readonly Dictionary<int, SortedDictionary<int, long>> _steps = [];
    private long[]? _first;
    private long[]? _second;
    private int _unknowns;

    /// <summary>An unknown more.</summary>
    public int Unknown() => _unknowns++;

    /// <summary>The sum of those unknowns, each taken so many times, is known.</summary>
    public void Learn(IEnumerable<(int At, int Times)> these)
    {
        var row = new SortedDictionary<int, long>();
        foreach (var (at, times) in these)
        {
            Add(row, at, times);
        }

        while (row.Count > 0)
        {
            var (lead, factor) = row.First();
            if (!_steps.TryGetValue(lead, out var step))
            {
                var inverse = Power(factor, Prime - 2);
                foreach (var at in row.Keys.ToList())
                {
                    row[at] = row[at] * inverse % Prime;
                }

                _steps[lead] = row;
                break;
            }

            foreach (var (at, value) in step)
            {
                Add(row, at, -factor * value % Prime);
            }
        }

        (_first, _second) = (null, null);
    }

    /// <summary>Whether the sum of those unknowns follows.</summary>
    public bool Settles(IEnumerable<int> these)
    {
        var (a, b) = (0L, 0L);
        foreach (var at in these)
        {
            (a, b) = (a + Change(ref _first, 1)[at], b + Change(ref _second, 2)[at]);
        }

        return a % Prime == 0 && b % Prime == 0;
    }

    private static void Add(SortedDictionary<int, long> row, int at, long value)
    {
        var sum = ((row.GetValueOrDefault(at) + value) % Prime + Prime) % Prime;
        if (sum == 0)
        {
            row.Remove(at);
        }
        else
        {
            row[at] = sum;
        }
    }

    private long[] Change(ref long[]? change, int which)
    {
        if (change is null)
        {
            var random = new Random(seed + which);
            change = [.. Enumerable.Range(0, _unknowns).Select(_ => random.NextInt64(1, Prime))];
            foreach (var (lead, row) in _steps.OrderByDescending(s => s.Key))
            {
                var sum = 0L;
                foreach (var (at, value) in row.Skip(1))
                {
                    sum = (sum + (value * change[at])) % Prime;
                }

                change[lead] = (Prime - sum) % Prime;
            }
        }

        return change;
    }

    private static long Power(long of, long to)
    {
        var result = 1L;
        for (; to > 0; to >>= 1)
        {
            result = (to & 1) == 1 ? result * of % Prime : result;
            of = of * of % Prime;
        }

        return result;
    }
}
