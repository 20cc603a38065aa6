using System.Text.Json.Nodes;
using Throughgate.Domain.Returns;
using Throughgate.Tests.Build;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Features.Returns;
using Throughgate.Web.Features.Returns.Reckon;

namespace Throughgate.Tests.Features.Returns;

/// <summary>RET-1: the sample through import, database and command line equals the golden returns, on both databases.</summary>
public sealed class ReturnVerbTests(SampleDatabases samples)
{
    public static IEnumerable<TheoryDataRow<Server, string>> EveryGolden =>
        from server in Enum.GetValues<Server>()
        from golden in GoldenReturns.Names()
        select new TheoryDataRow<Server, string>(server, golden.Data);

    [Theory, MemberData(nameof(EveryGolden))]
    public async Task Equals_the_golden_return(Server server, string name)
    {
        var golden = GoldenReturns.Read(name);
        var question = GoldenReturns.Question(golden);
        var answer = await DoneAsync(server, [.. Asking(question), "--json"]);
        JsonNode.Parse(answer)!.AsObject().ShouldEqual(golden);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Csv_has_a_line_for_each_figure(Server server)
    {
        var lines = (await DoneAsync(server, ["--scheme", "leeds", "--year", "2010-11", "--quarter", "1", "--csv"])).TrimEnd().Split('\n');
        lines[0].ShouldBe("table,row,column,value");
        lines.Length.ShouldBe(1 + (24 + 17 + 19 + 12) * 3 + 2 + 2);
        lines.ShouldContain("I1,female 10,released,1");
        lines.ShouldContain("I4,,completing,4");
        lines.ShouldContain(",,started_before,8");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task With_cases_each_figure_has_its_people_beside_it(Server server)
    {
        var answer = JsonNode.Parse(await DoneAsync(server, ["--scheme", "leeds", "--year", "2010-11", "--quarter", "1", "--json", "--cases"]))!;
        var rows = new[] { "I1", "I2", "I3", "I5" }.SelectMany(t => answer[t]!.AsArray()).Append(answer["I4"]);
        foreach (var row in rows.Select(r => r!.AsObject()))
        {
            foreach (var (name, value) in row.Where(f => row.ContainsKey(f.Key + "_people")))
            {
                var people = row[name + "_people"]!.AsArray().Select(p => (string)p!).ToList();
                people.Count.ShouldBe((int)value!);
                people.ShouldBe(people.Order(StringComparer.Ordinal));
            }
        }

        answer["started_before_people"]!.AsArray().Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("--scheme", "atlantis", "--year", "2010-11", "--quarter", "1")]
    [InlineData("--scheme", "leeds", "--year", "2010", "--quarter", "1")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--quarter", "5")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--quarter", "1", "--reading", "both")]
    [InlineData("--scheme", "leeds", "--year", "2010-11", "--quarter", "1", "--json", "--csv")]
    [InlineData("--year", "2010-11", "--quarter", "1")]
    public async Task Wrong_usage_says_what_was_expected(params string[] wrong)
    {
        var (code, output, error) = await RunAsync(wrong);
        code.ShouldBe(Exit.WrongUsage);
        output.ShouldBeEmpty();
        error.ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_scheme_in_one_pass_gives_what_each_gives_alone(Server server)
    {
        var reckon = new ReckonReturn((await samples.OnAsync(server)).Connection);
        var all = await reckon.EverySchemeAsync(new(2010, 1), Reading.InPeriod);
        all.Count.ShouldBe(Reference.Instance.Schemes.Count);
        foreach (var scheme in new[] { "leeds", "cardiff", "lewisham", "tower-hamlets-and-city-of-london", "sheffield" })
        {
            var alone = await reckon.RunAsync(Questions.Of(scheme, new(2010, 1), Reading.InPeriod));
            GoldenReturns.Json(all[scheme], withPeople: true).ToJsonString().ShouldBe(GoldenReturns.Json(alone, withPeople: true).ToJsonString());
        }
    }

    private static string[] Asking(ReturnQuestion question) =>
        [
            "--scheme",
            question.Scheme,
            "--year",
            question.Quarter.Year,
            "--quarter",
            question.Quarter.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--reading",
            question.Reading.Code(),
        ];

    private async Task<string> DoneAsync(Server server, string[] asked)
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
        var code = await CommandLine.RunAsync(["return", .. asked], new Terminal(output, error, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}
