using System.Text.Json.Nodes;
using Throughgate.Tests.Build;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Duties;

/// <summary>The nine duties through import, database and command line equal the golden duties, on both databases.</summary>
public sealed class DutiesVerbTests(SampleDatabases samples)
{
    public static IEnumerable<TheoryDataRow<Server, string, string>> EveryGolden =>
        from server in Enum.GetValues<Server>()
        from file in Directory.EnumerateFiles(Repository.PathOf("tests", "golden"), "duties-*.json").Order(StringComparer.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file)["duties-".Length..]
        select new TheoryDataRow<Server, string, string>(server, name[..^11], name[^10..]);

    [Theory, MemberData(nameof(EveryGolden))]
    public async Task Equals_the_golden_duties(Server server, string scheme, string on)
    {
        var golden = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "golden", $"duties-{scheme}-{on}.json")))!;
        var answer = await RunAsync(server, "--scheme", scheme, "--on", on, "--json");
        answer.Code.ShouldBe(Exit.Done, answer.Error);
        golden.AsArray().Count.ShouldBeGreaterThan(100);
        JsonNode.DeepEquals(JsonNode.Parse(answer.Output), golden).ShouldBeTrue($"{scheme} on {on} differs from the golden duties");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_rule_alone_is_that_rules_part_of_the_whole(Server server)
    {
        var whole = JsonNode.Parse((await RunAsync(server, "--scheme", "leeds", "--on", "2010-09-15", "--json")).Output)!.AsArray();
        var alone = JsonNode.Parse((await RunAsync(server, "--scheme", "leeds", "--on", "2010-09-15", "--rule", "PLN-4", "--json")).Output)!.AsArray();
        alone.Count.ShouldBe(whole.Count(d => (string?)d!["rule"] == "PLN-4"));
        alone.ShouldAllBe(d => (string?)d!["rule"] == "PLN-4");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_rules_beyond_the_nine_are_given_with_all_from_the_first_day_of_recording_on(Server server)
    {
        var nine = JsonNode.Parse((await RunAsync(server, "--scheme", "leeds", "--on", "2010-09-15", "--json")).Output)!.AsArray();
        var all = JsonNode.Parse((await RunAsync(server, "--scheme", "leeds", "--on", "2010-09-15", "--all", "--json")).Output)!.AsArray();

        // The sample was imported long after 2010: what is beyond the nine was not recorded then.
        all.ToJsonString().ShouldBe(nine.ToJsonString());
    }

    [Theory]
    [InlineData("no scheme atlantis", "--scheme", "atlantis", "--on", "2010-09-15")]
    [InlineData("is no day", "--scheme", "leeds", "--on", "15/09/2010")]
    [InlineData("is no day", "--scheme", "leeds", "--on", "2010-02-29")]
    [InlineData("No duty has the rule XXX-1", "--scheme", "leeds", "--on", "2010-09-15", "--rule", "XXX-1")]
    public async Task Wrong_usage_says_what_was_expected(string said, params string[] wrong)
    {
        var (code, output, error) = await RunAsync(Server.Sqlite, wrong);
        code.ShouldBe(Exit.WrongUsage);
        output.ShouldBeEmpty();
        error.ShouldContain(said);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(Server server, params string[] asked)
    {
        var connection = (await samples.OnAsync(server)).Connection;
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["duties", .. asked, "--db", connection.File ?? connection.MigrationsText],
            new Terminal(output, error, TimeProvider.System)
        );
        return (code, output.ToString(), error.ToString());
    }
}
