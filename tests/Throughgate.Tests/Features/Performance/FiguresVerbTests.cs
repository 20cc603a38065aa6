using System.Text.Json.Nodes;
using Throughgate.Tests.Build;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Performance;

/// <summary>The figures of performance on the command line (PER-1).</summary>
[Trait("rule", "PER-1")]
public sealed class FiguresVerbTests(SampleDatabases samples)
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_measure_has_its_people_and_its_breakdowns_and_they_add_up(Server server)
    {
        var answer = JsonNode.Parse(await DoneAsync(server, "--scheme", "leeds", "--year", "2010-11", "--measure", "address-14", "--json", "--cases"))!;
        answer["of"]!.ToString().ShouldBe("scheme:leeds");
        var measure = answer["measures"]!.AsArray().ShouldHaveSingleItem()!;
        (measure["period"]!["from"]!.ToString(), measure["period"]!["to"]!.ToString()).ShouldBe(("2010-04-01", "2011-03-31"));
        var counted = (int)measure["period"]!["counted"]!;
        counted.ShouldBe(34);
        measure["people"]!.AsArray().Count.ShouldBe(counted);
        foreach (var by in new[] { "by_establishment", "by_yot", "by_gender", "by_ethnic_group", "by_looked_after", "by_send" })
        {
            measure[by]!.AsArray().Sum(r => (int)r!["counted"]!).ShouldBe(counted, by);
        }

        ((double)measure["period"]!["low"]!).ShouldBeLessThan((double)measure["period"]!["high"]!);
        measure["against_before"]!.ToString().ShouldBeOneOf("higher", "lower", "cannot_tell");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_scheme_a_yot_and_everybody_for_a_quarter_or_any_days(Server server)
    {
        async Task<int> Counted(params string[] asked) =>
            (int)JsonNode.Parse(await DoneAsync(server, [.. asked, "--measure", "offered", "--json"]))!["measures"]![0]!["period"]!["counted"]!;
        var quarter = await Counted("--scheme", "leeds", "--year", "2010-11", "--quarter", "1");
        (await Counted("--scheme", "leeds", "--from", "2010-04-01", "--to", "2010-06-30")).ShouldBe(quarter);
        (await Counted("--scheme", "leeds", "--yot", "leeds", "--year", "2010-11", "--quarter", "1")).ShouldBeInRange(1, quarter);
        (await Counted("--year", "2010-11", "--quarter", "1")).ShouldBeGreaterThan(quarter);
        var csv = await DoneAsync(server, "--scheme", "cardiff", "--year", "2010-11");
        csv.ShouldStartWith("measure,label,edition,rule,from,to,shown_as,counted,met,not_met,untold,middle\n");
        csv.ShouldContain("wyji-4");
        csv.ShouldNotContain("ni-45");
    }

    [Theory]
    [InlineData("--scheme", "atlantis", "--year", "2010-11")]
    [InlineData("--yot", "leeds", "--year", "2010-11")]
    [InlineData("--scheme", "leeds", "--yot", "york", "--year", "2010-11")]
    [InlineData("--scheme", "leeds")]
    [InlineData("--scheme", "leeds", "--year", "2010")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--quarter", "5")]
    [InlineData("--scheme", "leeds", "--from", "2010-06-30", "--to", "2010-04-01")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--from", "2010-04-01")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--measure", "luck")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--measure", "wyji-4")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--cases")]
    public async Task Wrong_usage_says_what_was_expected(params string[] wrong)
    {
        var (code, output, error) = await RunAsync(wrong);
        code.ShouldBe(Exit.WrongUsage);
        output.ShouldBeEmpty();
        error.ShouldNotBeEmpty();
    }

    private async Task<string> DoneAsync(Server server, params string[] asked)
    {
        var connection = (await samples.OnAsync(server)).Connection;
        var (code, output, error) = await RunAsync([.. asked, "--db", connection.File ?? connection.MigrationsText]);
        code.ShouldBe(Exit.Done, error);
        return output;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] asked)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["figures", .. asked], new Terminal(output, error, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}
