using System.Globalization;

namespace Throughgate.Web.Ui.Language;

/// <summary>
/// Every string a person sees goes through here, with the English text as its key: <c>@T["Due this week"]</c>,
/// <c>@T["Leaves {0} in {1} days", place, n]</c>, <c>@T.N(n, "{0} young person", "{0} young people")</c> ({0} is n; what follows is {1} and on).
/// Welsh stands in a Words.tsv beside the feature. Text that is chosen elsewhere and shown later is marked with <see cref="Key"/>.
/// </summary>
/// <param name="vocabulary">Where the Welsh is.</param>
/// <param name="culture">A fixed language, for files and tests; null means that of the request.</param>
public sealed class Words(Vocabulary vocabulary, CultureInfo? culture = null)
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Welsh { get; } = CultureInfo.GetCultureInfo("cy-GB");

    public CultureInfo Culture => culture ?? CultureInfo.CurrentUICulture;

    public bool InWelsh => string.Equals(Culture.TwoLetterISOLanguageName, "cy", StringComparison.Ordinal);

    public Phrase this[string english] => this[english, []];

    public Phrase this[string english, params object?[] arguments] =>
        !InWelsh ? new Phrase(english, Culture, arguments)
        : vocabulary.Welsh.TryGetValue(english, out var welsh) ? new Phrase(welsh, Culture, arguments)
        : new Phrase(english, Culture, arguments, leftInEnglish: true);

    /// <summary>A counted phrase: {0} is the number, {1} and on are <paramref name="more"/>.</summary>
    public Phrase N(long n, string one, string many, params object?[] more)
    {
        object?[] arguments = [n, .. more];
        var english = n == 1 ? one : many;
        if (!InWelsh)
        {
            return new Phrase(english, Culture, arguments);
        }

        return vocabulary.Welsh.TryGetValue($"{one}|{many}", out var forms)
            ? new Phrase(WelshForm(n, forms.Split('|')), Culture, arguments)
            : new Phrase(english, Culture, arguments, leftInEnglish: true);
    }

    /// <summary>Says that a literal is a phrase, where it is shown elsewhere by <c>T[variable]</c>: the law then asks for its Welsh.</summary>
    public static string Key(string english) => english;

    /// <summary>Welsh counts in six ways (Unicode CLDR): 0, 1, 2, 3, 6 and all others.</summary>
    private static string WelshForm(long n, string[] forms) => forms.Length == 1 ? forms[0] : n switch
    {
        0 => forms[0],
        1 => forms[1],
        2 => forms[2],
        3 => forms[3],
        6 => forms[4],
        _ => forms[5],
    };
}
