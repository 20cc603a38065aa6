using System.IO.Compression;
using System.Reflection;

namespace Throughgate.Web.Access.Accounts.Common;

/// <summary>
/// Some fifty thousand passwords that people choose most and that were in breaches: tried first by whoever tries. Asked here, in the program, so that no
/// password goes anywhere. Dressed up they are as common: small and large letters, digits and strokes around, 0 for o, twice in a row.
/// </summary>
public static class CommonPasswords
{
    private const int ShortestWord = 4;
    private const string Disguises = "01345789@$!+";
    private const string Letters = "oleastbgasit";

    public static bool Has(string password)
    {
        var forms = Forms(password);
        using var list = new StreamReader(new BrotliStream(Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords")!, CompressionMode.Decompress));
        while (list.ReadLine() is { } line)
        {
            if (forms.Contains(line))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a password comes to without its disguises.</summary>
    internal static IReadOnlySet<string> Forms(string password)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var whole = password.ToLowerInvariant().Trim();
        foreach (var plain in new[] { whole, whole.Replace(" ", "", StringComparison.Ordinal) })
        {
            foreach (var form in new[] { plain, Undisguised(plain), Undisguised(WithoutEnds(plain)), WithoutEnds(plain) })
            {
                forms.Add(form);
                forms.Add(WithoutEnds(form));
                forms.Add(Once(form));
                forms.Add(Once(WithoutEnds(form)));
            }
        }

        forms.RemoveWhere(f => f.Length < ShortestWord);
        return forms;
    }

    private static string WithoutEnds(string text) => text.Trim([.. text.Where(c => !char.IsLetter(c)).Distinct()]);

    private static string Undisguised(string text) =>
        string.Concat(text.Select(c => Disguises.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Letters[i] : c));

    /// <summary>"dragondragon" is "dragon".</summary>
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.Chunk(length).All(c => text.AsSpan(0, length).SequenceEqual(c)))
            {
                return text[..length];
            }
        }

        return text;
    }
}
