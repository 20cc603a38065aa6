using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;

namespace Throughgate.Tests.Features.Returns;

/// <summary>RET-3 on a caseload made of edges (tests/golden/independent): a year handed in, late data, a year corrected, more late data, everything replayed.</summary>
[Trait("rule", "RET-3")]
public sealed class YearOfEdgesTests
{
    private static readonly string Folder = Repository.PathOf("tests", "golden", "independent", "caseload");
    private static readonly int[] Quarters = [1, 2, 3, 4];

    private static string Page(int quarter, string page) => $"/figures/return/leeds/2011-12/{quarter}/{page}";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_year_is_handed_in_corrected_when_data_came_late_and_replayed(Server server)
    {
        var sound = await SoundAsync();
        sound.Count.ShouldBeGreaterThan(20);
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2012, 4, 15, 10, 0, 0)));
        await ImportAsync(app, sound.Where((_, at) => at % 2 == 0), (_, line) => line);
        var (officer, manager) = (await app.SignInAsync(RoleTable.InformationOfficer, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var first = await HandInAsync(app, officer, manager, before: null);

        // The others come late, and of those handed in already offences and genders are mended.
        await ImportAsync(app, sound, Mended);
        var asFrozen = await VersionsAsync(officer, Quarters, number: 1);
        Quarters.ShouldAllBe(q => JsonNode.DeepEquals(asFrozen[q], first[q]));
        var second = await HandInAsync(app, officer, manager, first);
        second.Count.ShouldBeGreaterThan(2);

        // And once more; what was handed in stays, both times.
        await ImportAsync(app, sound, (file, line) => file == "people" ? line.Replace(",male,", ",female,", StringComparison.Ordinal) : line);
        foreach (var (number, figures) in new[] { (1, first), (2, second) })
        {
            var kept = await VersionsAsync(officer, figures.Keys, number);
            figures.Keys.ShouldAllBe(q => JsonNode.DeepEquals(kept[q], figures[q]));
        }

        var again = 0;
        foreach (var (quarter, figures) in second)
        {
            again += JsonNode.DeepEquals(await ReturnAsync(app, quarter, "--json"), figures) ? 0 : 1;
        }

        again.ShouldBeGreaterThan(0, "what is recorded now is another return by now");
        (await RunAsync(app.Clock, "return", "replay", "--db", Db(app))).ShouldEndWith($"{4 + second.Count} of {4 + second.Count} the same.\n");
    }

    /// <summary>Every quarter that is not as it was, checked, submitted and signed; what the program says of each at that hour.</summary>
    private static async Task<Dictionary<int, JsonNode>> HandInAsync(TestApp app, TestBrowser officer, TestBrowser manager, Dictionary<int, JsonNode>? before)
    {
        var figures = new Dictionary<int, JsonNode>();
        foreach (var quarter in Quarters)
        {
            var now = await ReturnAsync(app, quarter, "--json");
            ((bool)now["submittable"]!).ShouldBeTrue();
            if (before is not null && JsonNode.DeepEquals(now, before[quarter]))
            {
                continue;
            }

            figures[quarter] = now;
            (await officer.FillAsync(Page(quarter, "hand-in"), ("Do", "check"))).Status.ShouldBe(302);
            (await officer.FillAsync(Page(quarter, "hand-in"), ("Do", "submit"), ("Why", before is null ? "" : "Records came late"))).Status.ShouldBe(302);
            (await manager.FillAsync(Page(quarter, "sign"), ("Do", "sign"))).Status.ShouldBe(302);
        }

        return figures;
    }

    /// <summary>What the page of a version gives as a file.</summary>
    private static async Task<Dictionary<int, JsonNode>> VersionsAsync(TestBrowser officer, IEnumerable<int> quarters, int number)
    {
        var found = new Dictionary<int, JsonNode>();
        foreach (var quarter in quarters)
        {
            var hrefs = (await officer.GetAsync($"/figures/return/leeds/2011-12/{quarter}")).Page.QuerySelectorAll("#way dt a").Select(a => a.GetAttribute("href")!).ToList();
            var version = JsonNode.Parse((await officer.GetAsync(hrefs[^number] + "?handler=Json")).Body)!;
            ((int)version["version"]!, (bool)version["replayed_the_same"]!, (bool)version["signed"]!).ShouldBe((number, true, true));
            found[quarter] = version["return"]!;
        }

        return found;
    }

    /// <summary>Those with whom nothing stops any of the four returns.</summary>
    private static async Task<List<string>> SoundAsync()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        await ImportAsync(app, null, (_, line) => line);
        var ofCase = Lines("cases").ToDictionary(l => l.Split(',')[0], l => l.Split(',')[1], StringComparer.Ordinal);
        var stop = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quarter in Quarters)
        {
            var figures = await ReturnAsync(app, quarter, "--json", "--cases");
            stop.UnionWith(figures["problems"]!.AsArray().Select(p => (string)p!["person"]!));
            stop.UnionWith(figures["checks"]!.AsArray().SelectMany(c => c!["cases"]!.AsArray()).Select(c => ofCase[(string)c!]));
        }

        return [.. Lines("people").Select(l => l.Split(',')[0]).Where(p => !stop.Contains(p)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every second offence is arson after all, and whose gender was not known is female.</summary>
    private static string Mended(string file, string line)
    {
        if (file == "people")
        {
            return line.Replace(",not_known,", ",female,", StringComparison.Ordinal);
        }

        var cells = line.Split(',');
        if (file == "sentences" && (cells[0][^1] - '0') % 2 == 0)
        {
            cells[3] = "arson";
        }

        return file == "sentences" ? string.Join(',', cells) : line;
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file + ".csv"))[1..];

    /// <summary>Only these people with all that is theirs, each row changed; everybody where none are named.</summary>
    private static async Task ImportAsync(TestApp app, IEnumerable<string>? people, Func<string, string, string> change)
    {
        using var bundle = BundleFolder.Small();
        var chosen = people?.ToHashSet(StringComparer.Ordinal);
        var ofCase = Lines("cases").ToDictionary(l => l.Split(',')[0], l => l.Split(',')[1], StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(Folder))
        {
            var (file, text) = (Path.GetFileNameWithoutExtension(path), new StringBuilder(File.ReadLines(path).First()).Append('\n'));
            foreach (var line in Lines(file))
            {
                var cells = line.Split(',');
                var person = file switch { "people" or "residences" => cells[0], "sentences" or "cases" => cells[1], "contacts" => ofCase[cells[1]], _ => ofCase[cells[0]] };
                if (chosen?.Contains(person) != false)
                {
                    text.Append(change(file, line)).Append('\n');
                }
            }

            bundle.WithText(file, text.ToString());
        }

        await RunAsync(app.Clock, "import", bundle.Path, "--db", Db(app));
    }

    private static string Db(TestApp app) => app.Connection.File ?? app.Connection.MigrationsText!;

    private static async Task<JsonNode> ReturnAsync(TestApp app, int quarter, params string[] more) =>
        JsonNode.Parse(await RunAsync(app.Clock, ["return", "--scheme", "leeds", "--year", "2011-12", "--quarter", quarter.ToString(CultureInfo.InvariantCulture), .. more, "--db", Db(app)]))!;

    private static async Task<string> RunAsync(TimeProvider clock, params string[] asked)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        (await CommandLine.RunAsync(asked, new Terminal(output, error, clock))).ShouldBe(Exit.Done, error.ToString());
        return output.ToString();
    }
}
