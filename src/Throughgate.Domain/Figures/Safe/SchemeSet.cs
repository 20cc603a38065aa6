using System.Numerics;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>Some of the schemes, each by its number from 0 up, a bit each: sums of a hundred schemes are laid against one another millions of times.</summary>
internal readonly struct SchemeSet : IEquatable<SchemeSet>
{
    private const int Bits = 64;
    private readonly ulong[] _words;

    private SchemeSet(ulong[] words) => _words = words;

    public static SchemeSet None { get; } = new([]);

    public bool IsEmpty => Array.TrueForAll(_words, w => w == 0);

    public int Count => _words.Sum(w => BitOperations.PopCount(w));

    public static SchemeSet Of(IEnumerable<int> schemes)
    {
        var words = new List<ulong>();
        foreach (var scheme in schemes)
        {
            while (words.Count <= scheme / Bits)
            {
                words.Add(0);
            }

            words[scheme / Bits] |= 1UL << (scheme % Bits);
        }

        return new([.. words]);
    }

    public bool Has(int scheme) => (Word(scheme / Bits) >> (scheme % Bits) & 1) == 1;

    /// <summary>Whether all of the others are among these.</summary>
    public bool Holds(SchemeSet others)
    {
        for (var i = 0; i < others._words.Length; i++)
        {
            if ((others._words[i] & ~Word(i)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Meets(SchemeSet others)
    {
        for (var i = 0; i < _words.Length && i < others._words.Length; i++)
        {
            if ((_words[i] & others._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public SchemeSet And(SchemeSet others) => Each(others, Math.Min(_words.Length, others._words.Length), (one, other) => one & other);

    public SchemeSet With(SchemeSet others) => Each(others, Math.Max(_words.Length, others._words.Length), (one, other) => one | other);

    public SchemeSet Without(SchemeSet others) => Each(others, _words.Length, (one, other) => one & ~other);

    public bool Equals(SchemeSet other) => Holds(other) && other.Holds(this);

    public override bool Equals(object? obj) => obj is SchemeSet other && Equals(other);

    public override int GetHashCode() => _words.Aggregate(0UL, (all, w) => all ^ w).GetHashCode();

    public Numbers GetEnumerator() => new(_words);

    private ulong Word(int at) => at < _words.Length ? _words[at] : 0;

    private SchemeSet Each(SchemeSet others, int length, Func<ulong, ulong, ulong> join)
    {
        var words = new ulong[length];
        for (var i = 0; i < length; i++)
        {
            words[i] = join(Word(i), others.Word(i));
        }

        return new(words);
    }

    /// <summary>The numbers, one after another, from the lowest.</summary>
    public struct Numbers
    {
        private readonly ulong[] _words;
        private int _at = -1;
        private ulong _left;

        internal Numbers(ulong[] words) => _words = words;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_at >= _words.Length)
                {
                    return false;
                }

                _left = _words[_at];
            }

            Current = (_at * Bits) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
