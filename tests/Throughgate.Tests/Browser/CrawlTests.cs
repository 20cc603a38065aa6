using System.Globalization;
using System.Text.RegularExpressions;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Browser;

/// <summary>
/// Every page that a link leads to, as each role and in both languages, on the sample caseload: each opens, names itself, and uses an id once.
/// Of pages of one shape a few are opened. With THROUGHGATE_PAGES the pages are left there, for the W3C validator (<c>./do check</c>).
/// </summary>
public sealed partial class CrawlTests(SampleDatabases samples)
{
    public static IEnumerable<TheoryDataRow<string, string>> Everybody =>
        from role in RoleTable.All
        from language in (string[])["en", "cy"]
        select new TheoryDataRow<string, string>(role.Code, language);

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_link_leads_to_a_page(string role, string language)
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        var browser = await app.SignInAsync(role, RoleTable.Find(role)!.NeedsScheme ? "leeds" : null, role == RoleTable.Worker ? "Priya Shah" : null);
        await browser.GetAsync($"/?lang={language}");
        var (each, most) = (Long.Or(1, 3), Long.Or(25, 400));
        var shapes = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/", "/help", "/accessibility", "/no-such-page"]);
        var known = waiting.ToHashSet(StringComparer.Ordinal);
        var faults = new List<string>();
        for (var opened = 0; opened < most && waiting.TryDequeue(out var address); opened++)
        {
            var answer = await browser.OpenAsync(address);
            if (answer.Status != (address == "/no-such-page" ? 404 : 200))
            {
                faults.Add($"{answer.Status} {address}");
                continue;
            }

            if (!answer.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }

            await KeepAsync(answer.Body, role, language, address);
            var twice = answer.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
            if (twice.Count > 0 || answer.Page.QuerySelectorAll("h1").Length != 1 || answer.Page.DocumentElement.GetAttribute("lang") != language)
            {
                faults.Add($"{address}: ids twice: {string.Join(' ', twice)}; {answer.Page.QuerySelectorAll("h1").Length} h1; {answer.Page.DocumentElement.GetAttribute("lang")}");
            }

            foreach (var link in answer.Page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                var shape = Shape(link);
                if (!link.Contains("lang=", StringComparison.Ordinal) && shapes.GetValueOrDefault(shape) < each && known.Add(link))
                {
                    shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
                    waiting.Enqueue(link);
                }
            }
        }

        faults.ShouldBeEmpty();
        known.Count.ShouldBeGreaterThan(5);
    }

    /// <summary>The address without what tells one person, day or choice from another.</summary>
    private static string Shape(string address)
    {
        var parts = address.Split('?', 2);
        var asked = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Order(StringComparer.Ordinal));
        return $"{Telling().Replace(parts[0], "/*")}?{asked}";
    }

    private static async Task KeepAsync(string body, string role, string language, string address)
    {
        if (Long.Pages is { } folder)
        {
            Directory.CreateDirectory(folder);
            var name = Unnameable().Replace($"{role}-{language}{address}", "_");
            var number = Directory.GetFiles(folder).Length.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{(name.Length > 120 ? name[..120] : name)}-{number}.html"), body);
        }
    }

    [GeneratedRegex("/([0-9a-f-]{32,36}|[0-9]{4}-[0-9]{2}[^/]*|q?[1-4]|I[1-5][^/]*|[A-Z]+-[0-9]+[^/]*)(?=/|$)")]
    private static partial Regex Telling();

    [GeneratedRegex("[^A-Za-z0-9.-]+")]
    private static partial Regex Unnameable();
}
