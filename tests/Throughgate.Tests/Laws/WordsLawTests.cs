using System.Text.RegularExpressions;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Laws;

/// <summary>English and Welsh agree: what is shown has its Welsh, and no line of a Words.tsv is left over.</summary>
public sealed partial class WordsLawTests
{
    private static readonly IReadOnlyDictionary<string, string> Welsh = Vocabulary.Embedded.Welsh;

    [Fact]
    public void Every_phrase_has_a_Welsh_line()
    {
        PhrasesInSource.All.ShouldNotBeEmpty();
        var missing = PhrasesInSource.All.Where(p => !Welsh.ContainsKey(p.Key)).Select(p => $"{p.Key}\t… ({p.Value})").Order(StringComparer.Ordinal);
        string.Join('\n', missing).ShouldBeEmpty("add these lines to the Words.tsv beside the feature");
    }

    [Fact]
    public void Every_line_is_used() =>
        string.Join('\n', Welsh.Keys.Where(k => !PhrasesInSource.All.ContainsKey(k))).ShouldBeEmpty("take these lines out of their Words.tsv");

    [Fact]
    public void Counted_phrases_have_one_form_or_six()
    {
        foreach (var (english, welsh) in Welsh.Where(w => w.Key.Contains('|', StringComparison.Ordinal)))
        {
            welsh.Split('|').Length.ShouldBeOneOf([1, 6], english);
        }
    }

    [Fact]
    public void Both_languages_have_the_same_places()
    {
        foreach (var (english, welsh) in Welsh)
        {
            var places = Places(english.Split('|')[^1]);
            foreach (var form in welsh.Split('|'))
            {
                Places(form).ShouldBe(places, english);
            }
        }
    }

    [Theory]
    [InlineData("""@T["Due"] and <p title="@T["It is \"late\""]">""", "Due", "It is \"late\"")]
    [InlineData("""words["A " + "B", x["no"]]""", "A B")]
    [InlineData("""T[late ? "Late" : "Soon"]""", "Late", "Soon")]
    [InlineData("""T.N(People.Count(), "{0} person", "{0} people", "x")""", "{0} person|{0} people")]
    [InlineData("""new(Words.Key("Today"), "/today")""", "Today")]
    [InlineData("""seen["Nothing"]; list[0]""")]
    public void Phrases_are_found(string source, params string[] expected) => PhrasesInSource.In(source).ShouldBe(expected);

    private static string[] Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}
