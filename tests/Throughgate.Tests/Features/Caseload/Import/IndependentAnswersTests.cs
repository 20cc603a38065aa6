using System.Text.Json.Nodes;
using Throughgate.Tests.Build;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Caseload.Import;

/// <summary>
/// A caseload made of edges, whose returns and duties a second, independent program reckoned from the same words (tests/golden/README.md):
/// import, database and command line give them to the letter, on both databases.
/// </summary>
public sealed class IndependentAnswersTests
{
    private static readonly string Folder = Repository.PathOf("tests", "golden", "independent");

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_return_and_every_duty_is_as_the_second_program_reckoned_it(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var db = database.Connection.File ?? database.Connection.MigrationsText;
        await AnswerAsync("import", Path.Combine(Folder, "caseload"), "--db", db);
        var files = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(20);
        foreach (var file in files)
        {
            var golden = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            var answer = JsonNode.Parse(await AnswerAsync([.. Question(Path.GetFileNameWithoutExtension(file), golden), "--json", "--db", db]))!;
            if (!JsonNode.DeepEquals(answer, golden))
            {
                Lines(answer).ShouldBe(Lines(golden), Path.GetFileName(file));
            }
        }
    }

    /// <summary>A return's file says what was asked; a file of duties has it in its name, <c>duties-SCHEME-DAY</c>.</summary>
    private static string[] Question(string name, JsonNode golden) =>
        golden is JsonObject figures
            ? ["return", "--scheme", Of(figures, "scheme"), "--year", Of(figures, "year"), "--quarter", Of(figures, "quarter"), "--reading", Of(figures, "reading"), "--cases"]
            : ["duties", "--scheme", name["duties-".Length..^11], "--on", name[^10..]];

    private static string Of(JsonObject figures, string key) => figures[key]!.ToString();

    /// <summary>Short enough to see which line differs.</summary>
    private static List<string> Lines(JsonNode answer) =>
        answer is JsonArray duties
            ? [.. duties.Select(d => d!.ToJsonString())]
            : [.. answer.AsObject().SelectMany(f => f.Value is JsonArray rows ? rows.Select(r => $"{f.Key} {r!.ToJsonString()}") : [$"{f.Key} {f.Value?.ToJsonString()}"])];

    private static async Task<string> AnswerAsync(params string[] asked)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(asked, new Terminal(output, error, TimeProvider.System));
        code.ShouldBe(Exit.Done, error.ToString());
        return output.ToString();
    }
}
