using System.Text;
using System.Text.RegularExpressions;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Tests.Laws;

/// <summary>Every phrase that people see, found in the source: T["…"], T.N(n, "…", "…"), Words.Key("…"), and what rules, roles and code lists say.</summary>
public static partial class PhrasesInSource
{
    public static IReadOnlyDictionary<string, string> All { get; } = Find();

    /// <summary>The phrases of one file's text.</summary>
    public static IEnumerable<string> In(string source)
    {
        foreach (Match open in Indexer().Matches(source))
        {
            yield return Literals(Inside(source, open.Index + open.Length - 1)).First();
        }

        foreach (Match open in Chosen().Matches(source))
        {
            foreach (var literal in Literals(Inside(source, open.Index + open.Length - 1)))
            {
                yield return literal;
            }
        }

        foreach (Match open in Key().Matches(source))
        {
            yield return Literals(Inside(source, open.Index + open.Length - 1)).First();
        }

        foreach (Match open in Counted().Matches(source))
        {
            var forms = Literals(Inside(source, open.Index + open.Length - 1)).Take(2).ToArray();
            yield return string.Join('|', forms);
        }

        foreach (Match day in Day().Matches(source))
        {
            yield return Unescape(day.Groups[1].Value);
        }

        foreach (Match shown in ShownRule().Matches(source))
        {
            foreach (var phrase in OfRule(shown.Groups[1].Value))
            {
                yield return phrase;
            }
        }
    }

    private static Dictionary<string, string> Find()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs*", SearchOption.AllDirectories).Where(IsSource))
        {
            foreach (var phrase in In(Comment().Replace(File.ReadAllText(file), string.Empty)))
            {
                found.TryAdd(phrase, Path.GetRelativePath(Repository.Root, file));
            }
        }

        foreach (var (where, phrase) in Elsewhere().Where(e => e.Phrase.Length > 0))
        {
            found.TryAdd(phrase, where);
        }

        return found;
    }

    /// <summary>Phrases that pages show by T[variable]: a new source of them is added here.</summary>
    private static IEnumerable<(string Where, string Phrase)> Elsewhere()
    {
        yield return ("a rule's sentence", NotOnTheBooks.Citation.Sentence);
        foreach (var rule in DutyRules.All)
        {
            yield return ("what a rule asks", rule.Asks);
            yield return ("a rule's sentence", rule.Citation.Sentence);
            foreach (var figure in rule.Citation.Figures)
            {
                yield return ("a figure's label", figure.Label);
                yield return ("a figure's source", figure.Source);
            }
        }

        var all = new Needs("need") { DualDiagnosis = true, Education = true, Family = true, LearningDifficulty = true, SpeechAndLanguage = true, DrugTesting = true, SubstanceTreatment = true, Accommodation = true };
        var held = new Domain.Sentences.SentenceFacts { Id = default, Reference = "", Type = "s91", Kind = Domain.SentenceKind.Custodial, MainOffence = "", SentencedOn = default };
        foreach (var why in new[] { all, new Needs("assessed"), new Needs("receives") }.SelectMany(n => Priority.Of(n, held).Why))
        {
            yield return ("why somebody has priority", why);
        }

        foreach (var changed in Domain.Plans.PlanChanges.Names)
        {
            yield return ("what changes in a plan", changed);
        }

        foreach (var measure in MeasureRegister.All)
        {
            string[] said = [measure.Label, measure.Whole, measure.Meets, measure.Unknown, measure.Beware, measure.Edition.Name, measure.Unit ?? "", .. measure.Parts.Select(p => p.Label)];
            foreach (var text in said)
            {
                yield return ("a measure", text);
            }
        }

        foreach (var column in Domain.Extracts.RecognisableBy.Columns)
        {
            foreach (var text in column.Steps.SelectMany(s => s.Values.Append(s.Called)).Append(column.Label).Append(column.Means))
            {
                yield return ("a column of the extract", text);
            }
        }

        foreach (var text in Domain.Extracts.Outcomes.Columns.SelectMany(o => o.Values.Append(o.Label).Append(o.Means)).Append(Domain.Extracts.Extract.NotGiven))
        {
            yield return ("a column of the extract", text);
        }

        foreach (var (question, _) in MeasureRegister.Questions)
        {
            yield return ("a question of the figures", question);
        }

        foreach (var role in RoleTable.All)
        {
            yield return ("a role", role.Called);
        }

        foreach (var code in Reference.Instance.Codes.Values.SelectMany(list => list))
        {
            yield return ("data/codes.csv", code.Label);
            yield return ("data/codes.csv", code.List == "ethnicity" ? code.Group : "");
        }
    }

    /// <summary>What a "Why?" that is opened by tg-rule says.</summary>
    private static IEnumerable<string> OfRule(string id) =>
        Register.Find(id) is { } rule ? [rule.Sentence, .. rule.Figures.Select(f => f.Label), .. rule.Figures.Select(f => f.Source)] : [];

    private static bool IsSource(string path) =>
        (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
        && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    /// <summary>What stands between the bracket at a place and the one that closes it; brackets inside strings do not count.</summary>
    private static string Inside(string source, int open)
    {
        var depth = 0;
        var quoted = false;
        for (var i = open; i < source.Length; i++)
        {
            if (quoted && source[i] == '\\')
            {
                i++;
            }
            else if (source[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && source[i] is '[' or '(' && !quoted)
            {
                depth++;
            }
            else if (!quoted && source[i] is ']' or ')' && !quoted && --depth == 0)
            {
                return source[(open + 1)..i];
            }
        }

        return source[(open + 1)..];
    }

    /// <summary>The string literals of a piece of source, those joined by + as one.</summary>
    private static IEnumerable<string> Literals(string source) => Joined().Matches(source).Select(m => Unescape(m.Value));

    private static string Unescape(string literals)
    {
        var text = new StringBuilder();
        foreach (Match one in One().Matches(literals))
        {
            text.Append(Regex.Unescape(one.Value[1..^1]));
        }

        return text.ToString();
    }

    [GeneratedRegex("""\b(?:T|[wW]ords|_words)\[(?=\s*")""")]
    private static partial Regex Indexer();

    [GeneratedRegex("""\b(?:T|[wW]ords|_words)\[(?=\s*[^"\]\s][^"\]]*\?\s*")""")]
    private static partial Regex Chosen();

    [GeneratedRegex("""^\s*//.*$""", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""\bWords\.Key\((?=\s*")""")]
    private static partial Regex Key();

    [GeneratedRegex("""\b(?:T|[wW]ords|_words)\.N\(""")]
    private static partial Regex Counted();

    [GeneratedRegex("""new(?: DayOf)?\([^;"()]*, ("(?:[^"\\]|\\.)*")\)""")]
    private static partial Regex Day();

    [GeneratedRegex("""<tg-rule rule="([A-Z]{3}-[0-9]{1,2}[A-Z]?)\b""")]
    private static partial Regex ShownRule();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Joined();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex One();
}
