using System.Text.RegularExpressions;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

/// <summary>Every rule that the product works by has an id, a citation, a test and a line of the register; docs/rules.md says so.</summary>
public partial class RuleLaws
{
    [Fact]
    public void Ids_are_well_formed_and_stand_once_in_the_register()
    {
        Register.All.Select(r => r.Rule).ShouldBeUnique();
        Register.All.ShouldAllBe(r => IdPattern().IsMatch(r.Rule));
        Register.Find("OFR-1").ShouldNotBeNull();
        Register.Find("OFR-99").ShouldBeNull();
    }

    [Fact]
    public void Every_rule_says_what_it_asks_and_where_it_comes_from()
    {
        foreach (var rule in Register.All)
        {
            rule.Sentence.ShouldEndWith(".", customMessage: $"{rule.Rule}: a plain sentence");
            foreach (var part in rule.Source.Split("; "))
            {
                SourcePattern().IsMatch(part).ShouldBeTrue($"{rule.Rule}: \"{part}\" is not a source with a section");
            }

            rule.SourceNames.ShouldNotBeEmpty($"{rule.Rule}: its sources have a name");
            Placeholder().Matches(rule.Sentence).Select(m => m.Value).Distinct(StringComparer.Ordinal)
                .ShouldBe(rule.Figures.Select((_, i) => $"{{{i}}}"), $"{rule.Rule}: the sentence shows each figure, in their order");
        }
    }

    [Fact]
    public void A_rule_is_in_the_product_exactly_where_the_register_says_so()
    {
        foreach (var rule in Register.All)
        {
            var file = RulesDocument.FileOf(rule.Rule, SourceTree.Files);
            (file is not null).ShouldBe(rule.Implemented, rule.Implemented
                ? $"{rule.Rule} is said to be in the product, but no file names it. Give its type [Rule(\"{rule.Rule}\")]."
                : $"{rule.Rule} is named in {file}: make its line of the register Built.");
        }
    }

    [Fact]
    public void Every_rule_in_the_product_has_a_test_that_names_it()
    {
        foreach (var rule in Register.All.Where(r => r.Implemented))
        {
            RulesDocument.TestOf(rule.Rule, SourceTree.Files).ShouldNotBeNull($"{rule.Rule}: give its test [Trait(\"rule\", \"{rule.Rule}\")].");
        }
    }

    [Fact]
    public void Every_duty_rule_is_a_file_of_its_own_with_its_test_beside_it_in_the_tests()
    {
        foreach (var rule in DutyRules.All)
        {
            Register.Find(rule.Citation.Rule).ShouldBeSameAs(rule.Citation);
            var file = RulesDocument.FileOf(rule.Citation.Rule, SourceTree.Files).ShouldNotBeNull();
            var test = file.Replace("src/Throughgate.Domain/", "tests/Throughgate.Tests/", StringComparison.Ordinal).Replace(".cs", "Tests.cs", StringComparison.Ordinal);
            RulesDocument.TestOf(rule.Citation.Rule, [.. SourceTree.Files.Where(f => f.Path == test)]).ShouldBe(test, $"{test} names {rule.Citation.Rule}");
        }
    }

    [Fact]
    public void The_document_of_rules_is_fresh()
    {
        var path = Repository.PathOf("docs", "rules.md");
        var fresh = RulesDocument.Write(Register.Areas, SourceTree.Files);
        var stale = !File.Exists(path) || File.ReadAllText(path) != fresh;
        if (stale && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, fresh);
        }

        stale.ShouldBeFalse("docs/rules.md was stale. Run this test outside CI: it has then been written anew, so look at it and commit it.");
    }

    [GeneratedRegex("^[A-Z]{3}-[0-9]{1,2}[A-Z]?$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^(S[0-4] §.+|Own)$")]
    private static partial Regex SourcePattern();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
