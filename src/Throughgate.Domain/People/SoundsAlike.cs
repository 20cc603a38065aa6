using System.Text;

namespace Throughgate.Domain.People;

/// <summary>
/// A key by which names that sound alike are found: Siân and Sharn, Kaye and Cai, Philips and Phillips. Our own, made for names of England and Wales: the
/// first sound, then the consonants by how they are spoken, vowels, doubled letters and an r that is not spoken left out. It finds too much rather than too little.
/// </summary>
public static class SoundsAlike
{
    private const int Longest = 6;

    private static readonly (string Written, string Spoken)[] Sounds =
    [
        ("sch", "x"), ("sh", "x"), ("ch", "x"), ("si", "x"), ("ph", "f"), ("ff", "f"), ("gh", ""), ("ght", "t"), ("kn", "n"), ("wr", "r"), ("ll", "l"), ("dd", "t"),
        ("rh", "r"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("z", "s"), ("c", "k"), ("q", "k"), ("g", "k"),
        ("d", "t"), ("v", "f"), ("b", "p"), ("m", "n"), ("j", "x"),
    ];

    /// <param name="name">One name, folded: lower case letters without accents.</param>
    public static string Key(string name)
    {
        var spoken = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; )
        {
            var (written, sound) = Array.Find(Sounds, s => name.AsSpan(i).StartsWith(s.Written, StringComparison.Ordinal));
            spoken.Append(written is null ? name[i] : sound);
            i += written?.Length ?? 1;
        }

        var key = new StringBuilder(Longest);
        for (var i = 0; i < spoken.Length && key.Length < Longest; i++)
        {
            var isVowel = IsVowel(spoken[i]);
            var isSilent = spoken[i] == 'r' && i > 0 && i + 1 < spoken.Length && !IsVowel(spoken[i + 1]) && IsVowel(spoken[i - 1]);
            if (i == 0)
            {
                key.Append(isVowel ? 'a' : spoken[i]);
            }
            else if (!isVowel && !isSilent && spoken[i] != spoken[i - 1])
            {
                key.Append(spoken[i]);
            }
        }

        return key.ToString();
    }

    private static bool IsVowel(char letter) => "aeiouyhw".Contains(letter, StringComparison.Ordinal);

    public static bool Alike(string one, string other) => one == other || (one.Length > 0 && other.Length > 0 && Key(one) == Key(other));
}
