using System.Text.Json.Nodes;
using Throughgate.Tests.Build;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Performance;

/// <summary>
/// PER-1, PER-2: every figure of performance of a caseload made of edges, as a second, independent program reckoned it from docs/figures.md and the
/// rulebook (tests/golden/README.md), through import, database and command line, on both databases.
/// </summary>
[Trait("rule", "PER-1")]
public sealed class IndependentFiguresTests
{
    private static readonly string Folder = Repository.PathOf("tests", "golden", "figures");

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_figure_is_as_the_second_program_reckoned_it(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        var db = database.Connection.File ?? database.Connection.MigrationsText;
        await AnswerAsync("2026-11-23", "import", Path.Combine(Folder, "caseload"), "--db", db);
        var (compared, met) = (0, 0);
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var golden = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            string[] asked = [.. golden["asked"]!.AsArray().Select(a => (string)a!)];
            var answer = JsonNode.Parse(await AnswerAsync((string)golden["today"]!, ["figures", .. asked, "--json", "--db", db]))!;
            var wrong = new List<string>();
            foreach (var measure in answer["measures"]!.AsArray())
            {
                var expected = golden["figures"]![(string)measure!["measure"]!]!;
                foreach (var figure in new[] { measure["period"]!, measure["before"]! }.Concat(measure["trend"]!.AsArray().Select(f => f!)))
                {
                    var (own, theirs) = (Short(figure), Read(expected[$"{figure["from"]} {figure["to"]}"]));
                    if (!IsSame(own, theirs))
                    {
                        wrong.Add($"{measure["measure"]} {figure["from"]} {figure["to"]}: {own} and not {theirs}");
                    }

                    (compared, met) = (compared + 1, met + (own.Parts is null ? 0 : 1));
                }

                if (expected["against"] is { } against && against.ToString() != measure["against_before"]?.ToString())
                {
                    wrong.Add($"{measure["measure"]}: {measure["against_before"]} and not {against}");
                }
            }

            wrong.ShouldBeEmpty(Path.GetFileName(file));
            answer["measures"]!.AsArray().Count.ShouldBe(golden["figures"]!.AsObject().Count);
        }

        compared.ShouldBeGreaterThan(2000);
        met.ShouldBeGreaterThan(1000);
    }

    /// <summary>Counted, the parts by a comma, the middle.</summary>
    private sealed record Numbers(int Counted, string? Parts, decimal? Middle);

    private static Numbers Short(JsonNode figure) =>
        new((int)figure["counted"]!, figure["parts"] is JsonObject parts ? string.Join(',', parts.Select(p => p.Value)) : null, (decimal?)figure["middle"]);

    /// <summary>As the golden file has it, <c>12 3,4,5 16.5</c>; nothing for nobody.</summary>
    private static Numbers Read(JsonNode? golden)
    {
        var words = golden?.ToString().Split(' ') ?? ["0"];
        return new(int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), words.Length > 1 ? words[1] : null, words.Length > 2 ? decimal.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    /// <summary>What is said to be not recorded has a count and nothing else: of the second program nobody met it then.</summary>
    private static bool IsSame(Numbers own, Numbers theirs) =>
        own.Parts is null ? own.Counted == theirs.Counted && (theirs.Parts is null || theirs.Parts.StartsWith("0,", StringComparison.Ordinal)) : own == theirs;

    private static async Task<string> AnswerAsync(string today, params string[] asked)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var clock = new TestClock();
        clock.Set(DateTimeOffset.Parse($"{today}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var code = await CommandLine.RunAsync(asked, new Terminal(output, error, clock));
        code.ShouldBe(Exit.Done, error.ToString());
        return output.ToString();
    }
}
