using System.Globalization;
using System.Text;

namespace Throughgate.Web.Data;

/// <summary>Names folded for search: lower case, without accents or punctuation, so that "Siân O'Brien" is found by "sian obrien" on either database.</summary>
public static class Names
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsWhiteSpace(c) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded form that a person is searched by: "last first", so that a prefix of the surname is quick.</summary>
    public static string Search(string first, string last) => $"{Fold(last)} {Fold(first)}";

}
