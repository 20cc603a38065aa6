using System.Text;
using System.Text.RegularExpressions;

namespace Throughgate.Domain.Rules;

/// <summary>A file of the repository: its path from the root, with forward slashes, and its text.</summary>
public readonly record struct SourceText(string Path, string Text);

/// <summary>
/// docs/rules.md, generated: every rule with its sentence and source, the file that works by it, its test and the pages that use it. Pages are
/// found by the rule's id in quotation marks or by the name of the implementing class. A law test fails when the document is stale.
/// </summary>
public static class RulesDocument
{
    private const string Features = "src/Throughgate.Web/Features/";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static string Write(IReadOnlyList<Area> areas, IReadOnlyList<SourceText> sources)
    {
        var rules = areas.SelectMany(a => a.Rules).ToList();
        var text = new StringBuilder("# The rules\n\n")
            .Append("Generated from the register of rules by a law test (RuleLaws); do not edit.\n")
            .Append($"{rules.Count} rules, {rules.Count(r => r.Implemented)} of them in the product; the others say \"not yet\". Kinds: D duty with a\n")
            .Append("due date, G gate, W warning, C calculation, – principle. Figures are the defaults of a scheme's settings.\n\n")
            .Append("Sources: ")
            .AppendJoin("; ", Sources.All.Select(s => $"**{s.Short}** {s.Name}"))
            .Append(".\n");
        foreach (var area in areas)
        {
            text.Append($"\n## {area.Title}\n\n| id | kind | rule | source | file | test | pages |\n|---|---|---|---|---|---|---|\n");
            foreach (var rule in area.Rules)
            {
                var file = FileOf(rule.Rule, sources);
                text.Append($"| {rule.Rule} | {rule.KindLetter} | {rule.SentenceByDefault.Replace("|", "\\|", StringComparison.Ordinal)} | {rule.Source} ")
                    .Append($"| {(rule.Implemented ? Link(file) : "not yet")} | {Link(TestOf(rule.Rule, sources))} ")
                    .Append($"| {string.Join("<br>", PagesOf(rule, file, sources).Select(p => $"[{p[Features.Length..]}](../{p})"))} |\n");
            }
        }

        return text.Append("\n## Figures\n\n| setting | what | default | where the default comes from |\n|---|---|---|---|\n")
            .AppendJoin(
                "\n",
                rules.SelectMany(r => r.Figures).DistinctBy(f => f.Key).Select(f => $"| {f.Key} | {f.Label} | {f.Default} | {f.Source} |")
            )
            .Append('\n')
            .ToString();
    }

    /// <summary>The file that the rule is: with its citation, or a type or member with <c>[Rule("OFR-1")]</c>; null where there is none.</summary>
    public static string? FileOf(string id, IReadOnlyList<SourceText> sources)
    {
        var isIt = new Regex($@"\[Rule\(""{id}""\)\]|new\(\s*""{id}"",\s*RuleKind\.", RegexOptions.None, Patience);
        return sources.FirstOrDefault(s => IsCode(s.Path) && Names(s.Text, id) && isIt.IsMatch(s.Text)).Path;
    }

    /// <summary>The test of the rule: the class with <c>[Trait("rule", "OFR-1")]</c>; null where there is none.</summary>
    public static string? TestOf(string id, IReadOnlyList<SourceText> sources) =>
        sources
            .Where(s => s.Path.StartsWith("tests/", StringComparison.Ordinal))
            .FirstOrDefault(s => s.Text.Contains($"[Trait(\"rule\", \"{id}\")]", StringComparison.Ordinal))
            .Path;

    private static IEnumerable<string> PagesOf(Citation rule, string? file, IReadOnlyList<SourceText> sources)
    {
        var type = file is null ? null : System.IO.Path.GetFileNameWithoutExtension(file);
        var used = new Regex($@"""{rule.Rule}""|\b{type ?? rule.Rule}\.(?!cs)", RegexOptions.None, Patience);
        var isDuty = DutyRules.Find(rule.Rule) is not null;
        return sources
            .Where(s => s.Path.StartsWith(Features, StringComparison.Ordinal) && s.Path != file)
            .Where(s => used.IsMatch(s.Text) || (isDuty && s.Text.Contains("DutiesOf", StringComparison.Ordinal)))
            .Select(s => s.Path[..s.Path.LastIndexOf('/')])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private static bool IsCode(string path) => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool Names(string text, string id) => text.Contains($"\"{id}\"", StringComparison.Ordinal);

    private static string Link(string? path) => path is null ? "" : $"[{path.Split('/')[^1]}](../{path})";
}
