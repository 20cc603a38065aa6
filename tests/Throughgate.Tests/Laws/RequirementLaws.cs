using System.Globalization;
using System.Reflection;
using System.Text;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Laws;

/// <summary>Each security requirement ends with a named test, or with a line that says why not yet. docs/requirements.md is written from the tests' traits.</summary>
public sealed class RequirementLaws
{
    private const int Count = 43;

    /// <summary>What no test of the suite shows yet, and why.</summary>
    private static readonly SortedDictionary<int, string> NotYet = new()
    {
        [34] = "Restoring a back-up is not a command of the product yet: it comes with running it (back-up, restore, health).",
        [43] = "Alerts (age of the back-up, disk, clock, failed jobs) come with running it; a broken log and a glass left unreviewed are shown today.",
    };

    [Fact]
    public void Each_requirement_has_a_named_test_or_says_why_not()
    {
        var tested = Tested();
        Enumerable.Range(1, Count).Where(r => !tested.Contains($"R{r}") && !NotYet.ContainsKey(r)).ShouldBeEmpty();
        NotYet.Keys.Where(r => tested.Contains($"R{r}")).ShouldBeEmpty("these are tested now: take their line out");
    }

    [Fact]
    public void The_document_of_requirements_is_fresh()
    {
        var path = Repository.PathOf("docs", "requirements.md");
        var fresh = Written(Tested());
        var stale = !File.Exists(path) || File.ReadAllText(path) != fresh;
        if (stale && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, fresh);
        }

        stale.ShouldBeFalse("docs/requirements.md was stale. Run this test outside CI: it has then been written anew, so look at it and commit it.");
    }

    [Fact]
    public void Every_test_that_the_map_of_ASVS_names_is_there()
    {
        var types = typeof(RequirementLaws).Assembly.GetTypes().Where(t => t.IsClass).ToLookup(t => t.Name, StringComparer.Ordinal);
        var lines = File.ReadAllLines(Repository.PathOf("docs", "asvs.csv")).Skip(1).Select(l => l.Split(',')[^1]).ToList();
        lines.Count.ShouldBe(253); // levels 1 and 2 of ASVS 5.0
        lines
            .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)
            .Where(test => test.Split('.') is var name && !types[name[0]].Any(t => name.Length == 1 || t.GetMethod(name[1]) is not null))
            .ShouldBeEmpty();
    }

    private static ILookup<string, string> Tested()
    {
        var types = typeof(RequirementLaws).Assembly.GetTypes();
        var named =
            from type in types
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where method.GetCustomAttributes<FactAttribute>().Any()
            from trait in type.GetCustomAttributes<TraitAttribute>().Concat(method.GetCustomAttributes<TraitAttribute>())
            where trait.Name == "requirement"
            select (trait.Value, Test: $"{type.Name}.{method.Name}");
        return named.Distinct().OrderBy(n => n.Test, StringComparer.Ordinal).ToLookup(n => n.Value, n => n.Test, StringComparer.Ordinal);
    }

    private static string Written(ILookup<string, string> tested)
    {
        var text = new StringBuilder("# Security requirements and their tests\n\nWritten by a test from the traits of the tests; do not edit.\n\n| R | tests |\n|---|---|\n");
        foreach (var r in Enumerable.Range(1, Count))
        {
            var said = NotYet.TryGetValue(r, out var why) ? why : string.Join("<br>", tested[$"R{r}"].Select(t => $"`{t}`"));
            text.Append(CultureInfo.InvariantCulture, $"| R{r} | {said} |\n");
        }

        return text.ToString();
    }
}
