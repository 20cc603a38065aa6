namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// What sums of unknown numbers are known, modulo a large prime. Changes of the unknowns, drawn by chance, that no equation notices tell what follows: whatever
/// none of them moves.
/// </summary>
internal sealed class Equations
{
    private const long Prime = int.MaxValue;
    private const int Changes = 4;
    private readonly SortedDictionary<int, SortedDictionary<int, long>> _steps = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));
    private readonly Random _random = new(7);
    private readonly List<long[]> _free = [];
    private long[][]? _changes;

    /// <summary>One unknown more; its place.</summary>
    public int Unknown()
    {
        _free.Add([.. Enumerable.Range(0, Changes).Select(_ => _random.NextInt64(1, Prime))]);
        _changes = null;
        return _free.Count - 1;
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
            if (!_steps.TryGetValue(lead, out var step))
            {
                var inverse = (long)System.Numerics.BigInteger.ModPow(factor, Prime - 2, Prime);
                _steps[lead] = new(row.ToDictionary(r => r.Key, r => r.Value * inverse % Prime));
                break;
            }

            foreach (var (at, value) in step)
            {
                Add(row, at, (Prime - factor) * value % Prime);
            }
        }

        _changes = null;
    }

    /// <summary>Two changes that nothing learnt notices, and neither would the two sums.</summary>
    public long[][] ChangesBeside(IReadOnlyCollection<int> one, IReadOnlyCollection<int> other) => Unnoticed(Unnoticed(Unnoticed(), one), other);

    /// <summary>Changes that nothing learnt notices.</summary>
    public long[][] Unnoticed() => _changes ??= [.. Enumerable.Range(0, Changes).Select(Change)];

    /// <summary>What the change makes of a sum; 0 where the sum does not notice it.</summary>
    public static long Moves(long[] change, IEnumerable<int> sum)
    {
        var moved = 0L;
        foreach (var at in sum)
        {
            moved += change[at];
        }

        return moved % Prime;
    }

    private static long[][] Unnoticed(long[][] changes, IReadOnlyCollection<int> sum)
    {
        var moves = changes.Select(c => Moves(c, sum)).ToList();
        var noticed = moves.FindIndex(m => m != 0);
        return noticed < 0 ? changes[1..] : [.. Enumerable.Range(0, changes.Length).Where(i => i != noticed).Select(i => Mixed(changes[i], moves[noticed], changes[noticed], Prime - moves[i]))];
    }

    private static long[] Mixed(long[] one, long times, long[] other, long otherTimes)
    {
        var mixed = new long[one.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = ((one[i] * times % Prime) + (other[i] * otherTimes % Prime)) % Prime;
        }

        return mixed;
    }

    private long[] Change(int which)
    {
        long[] change = [.. _free.Select(f => f[which])];
        foreach (var (lead, row) in _steps)
        {
            var sum = 0L;
            foreach (var (at, value) in row)
            {
                sum += at == lead ? 0 : value * change[at] % Prime;
            }

            change[lead] = (Prime - (sum % Prime)) % Prime;
        }

        return change;
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
}
