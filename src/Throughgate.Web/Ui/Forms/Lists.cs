using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary>The answers of a code list (data/codes.csv) in the reader's language.</summary>
public static class Lists
{
    public static IReadOnlyList<Choice> Of(string list, Words words, params IReadOnlyCollection<string> without) =>
        [.. Reference.Instance.Codes[list].Where(c => !without.Contains(c.Value)).Select(c => new Choice(c.Value, words[c.Label].ToString()))];

    /// <summary>The same for a select that must be answered: an empty first answer.</summary>
    public static IReadOnlyList<Choice> Asked(string list, Words words, params IReadOnlyCollection<string> without) =>
        [new Choice("", words["Choose one"].ToString()), .. Of(list, words, without)];

    public static bool Has(string list, string? code) => code is not null && Reference.Instance.Has(list, code);
}
