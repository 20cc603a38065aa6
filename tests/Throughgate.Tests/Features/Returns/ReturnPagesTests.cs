using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.Returns;

/// <summary>The return over HTTP, on the sample: RET-1, RET-2, RET-5.</summary>
public sealed class ReturnPagesTests(SampleDatabases samples)
{
    private const string Leeds = "/figures/return/leeds/2010-11/1";

    private async Task<TestApp> AppAsync(Server server) => TestApp.On(await samples.OnAsync(server));

    private static int Number(IElement element) => int.Parse(element.Text().Trim().Split(' ')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<IElement> FigureLinks(TestAnswer answer) =>
        answer.Page.QuerySelectorAll("main a").Where(a => a.GetAttribute("href")!.Contains("/people?", StringComparison.Ordinal));

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Says_first_what_stops_it_and_then_the_head_figures(Server server)
    {
        await using var app = await AppAsync(server);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");

        var page = await officer.GetAsync(Leeds);

        page.Status.ShouldBe(200, page.Body);
        page.Texts("h1")[0].ShouldContain("April to June 2010");
        page.Body.ShouldContain("31 July 2010");
        page.Texts("#stops")[0].ShouldContain("1 young person has no start Asset");
        var golden = GoldenReturns.Read("return-leeds-2010-11-q1-in-period");
        int Golden(string column) => golden["I1"]!.AsArray().Sum(r => (int)r![column]!);
        page.Page.QuerySelectorAll("#heads dd")
            .Select(Number)
            .ShouldBe([Golden("released"), Golden("released_started"), (int)golden["started_before"]!, Golden("community_started")]);
        page.Texts("#mend ~ ul li")[0].ShouldContain("C2010-000336");
    }

    [Fact]
    public async Task A_figure_opens_as_many_people_as_it_says()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var page = await officer.GetAsync(Leeds);
        var links = FigureLinks(page).Select(a => (Href: a.GetAttribute("href")!, Count: Number(a))).Distinct().ToList();
        links.Count.ShouldBeGreaterThan(50);
        var some = links.Where((l, i) => !(l.Href.Contains("table=I2", StringComparison.Ordinal) || l.Href.Contains("table=I3", StringComparison.Ordinal)) || i % 6 == 0);
        foreach (var (href, count) in some)
        {
            var people = await officer.GetAsync(href);
            people.Status.ShouldBe(200, href);
            people.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(count, href);
        }
    }

    [Fact]
    public async Task A_zero_opens_nothing_and_totals_stand_in_every_table()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var page = await officer.GetAsync(Leeds);
        FigureLinks(page).Select(Number).ShouldAllBe(n => n > 0);
        page.Page.QuerySelectorAll("#i1 tbody").Length.ShouldBe(4);
        page.Page.QuerySelectorAll("#i2 table").Length.ShouldBe(2);
        var released = page.Page.QuerySelectorAll("#i1, #i2, #i3")
            .SelectMany(panel => panel.QuerySelectorAll("table").Select(t => t.QuerySelectorAll("tbody:last-of-type tr").First(r => r.QuerySelector("td") is not null).LastElementChild!))
            .Select(Number)
            .ToList();
        released.Count.ShouldBe(4);
        released.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Both_readings_stand_side_by_side_with_the_people_between_them()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var page = await officer.GetAsync(Leeds);
        page.Page.QuerySelectorAll("#difference li").Length.ShouldBeGreaterThanOrEqualTo(8);
        page.Page.QuerySelectorAll("#difference li a").Select(a => a.GetAttribute("href")!).ShouldAllBe(h => h.StartsWith("/young-people/", StringComparison.Ordinal));
        (await officer.GetAsync(Leeds + "?reading=by-period-end")).Page.QuerySelectorAll("#heads dd").Select(Number).ToList()[2].ShouldBe(0);
        (await officer.GetAsync(Leeds + "?reading=other")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Asking_for_one_person_says_of_each_event_whether_it_counts(Server server)
    {
        await using var app = await AppAsync(server);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var sent = await officer.SubmitAsync(Leeds, Leeds + "/who", ("q", "P2010-000002"));
        sent.Status.ShouldBe(302, sent.Body);
        sent.Location!.ShouldNotContain("P2010");

        var found = await officer.OpenAsync(sent.Location!);

        found.Status.ShouldBe(200, found.Body);
        found.Texts("h2").ShouldContain("Release from custody");
        found.Body.ShouldContain("That day is in another quarter.");
        var seen = (await app.LogAsync()).Where(r => r.ActorId == officer.Account.Id).ToList();
        seen.ShouldContain(r => r.Detail.Contains("searched", StringComparison.Ordinal));
        (await officer.OpenAsync((await officer.SubmitAsync(Leeds, Leeds + "/who", ("q", "ruby mensah"))).Location!)).Texts("h1")[0].ShouldContain("Ruby Mensah");
        (await officer.OpenAsync((await officer.SubmitAsync(Leeds, Leeds + "/who", ("q", "nobody at all"))).Location!)).Body.ShouldContain("Nobody of your scheme");
    }

    [Fact]
    public async Task Another_schemes_return_is_not_there()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "cardiff");
        foreach (var path in new[] { Leeds, Leeds + "/people?table=I1&row=&column=released", Leeds + "/who", Leeds + "?handler=Csv", "/figures/counts/leeds/2010-11/1" })
        {
            (await officer.GetAsync(path)).Status.ShouldBe(404, path);
        }

        (await officer.GetAsync("/figures/return/cardiff/2010-11/5")).Status.ShouldBe(404);
        (await officer.GetAsync("/figures/return/cardiff/2010-11/1/people?table=I1&row=nobody&column=released")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Files_are_for_those_who_may_export_and_are_on_record()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var csv = await officer.GetAsync(Leeds + "?handler=Csv");
        csv.Body.ShouldStartWith("table,row,column,value\n");
        var json = await officer.GetAsync(Leeds + "?handler=Json&reading=by-period-end");
        JsonDocument.Parse(json.Body).RootElement.GetProperty("reading").GetString().ShouldBe("by-period-end");
        (await app.LogAsync()).Count(r => r.ActorId == officer.Account.Id && r.Outcome == "exported").ShouldBe(2);

        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync(Leeds + "?handler=Csv")).Status.ShouldBe(404);
        (await worker.GetAsync(Leeds)).Body.ShouldNotContain("handler=Csv");
    }

    [Fact]
    public async Task Whoever_is_named_is_on_record()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var link = FigureLinks(await officer.GetAsync(Leeds)).First();
        await officer.GetAsync(link.GetAttribute("href")!);
        var row = (await app.LogAsync()).Last(r => r.ActorId == officer.Account.Id);
        JsonSerializer.Deserialize<List<Guid>>(row.People)!.Count.ShouldBe(Number(link));
        row.Action.ShouldContain("people");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("requirement", "R24")]
    public async Task An_analyst_sees_counts_without_links_and_none_of_1_to_4(Server server)
    {
        await using var app = await AppAsync(server);
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.GetAsync(Leeds)).Status.ShouldBe(404);
        (await analyst.GetAsync(Leeds + "/people?table=I1&row=&column=released")).Status.ShouldBe(404);

        var page = await analyst.GetAsync("/figures/counts/leeds/2010-11/1");

        page.Status.ShouldBe(200, page.Body);
        page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => !h.Contains("handler=Table", StringComparison.Ordinal)).ShouldBe(
            ["/rules#INF-6", "/figures/performance?of=scheme:leeds&by=year&on=2010-04-01", "/figures?choose=return"],
            "nothing of it can be shown, and the page says so once with where else to look"
        );
        page.Texts("#hidden").Single().ShouldStartWith("Nothing of this quarter can be shown");
        page.Page.QuerySelectorAll("main table, main h2").ShouldBeEmpty();
        foreach (var link in page.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!))
        {
            (await analyst.GetAsync(link)).Status.ShouldBe(200, link);
        }

        var cells = page.Texts("main td.govuk-table__cell").Where(t => char.IsAsciiDigit(t[0])).Select(t => int.Parse(t, CultureInfo.InvariantCulture));
        cells.ShouldAllBe(n => n == 0 || n >= 5);
    }

    [Fact]
    public async Task Figures_leads_to_the_return_of_ones_own_scheme_or_to_counts()
    {
        await using var app = await AppAsync(Server.Sqlite);
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 9, 0, 0, TimeSpan.Zero));
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var figures = await officer.GetAsync("/figures");
        figures.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(6);
        figures.Texts("main tbody tr")[1].ShouldContain("April to June 2010");
        figures.Texts("main tbody tr")[1].ShouldContain("Sat 31 July 2010, 6 weeks ago");
        (await officer.GetAsync("/figures?year=2010-11&quarter=1")).Location.ShouldBe(Leeds);
        (await officer.GetAsync("/figures?year=2010&quarter=1")).Status.ShouldBe(400);
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.GetAsync("/figures?scheme=leeds&year=2010-11&quarter=1")).Location.ShouldBe("/figures/counts/leeds/2010-11/1");
    }

    [Fact]
    public async Task In_Welsh_nothing_of_the_page_is_left_in_English()
    {
        await using var app = await AppAsync(Server.Sqlite);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        officer.Cookies["tg-language"] = "cy";
        var page = await officer.GetAsync(Leeds);
        page.Page.QuerySelectorAll("main span[lang=en]").Select(e => e.Text()).ShouldBeEmpty();
        page.Texts("h1")[0].ShouldContain("Ebrill i Fehefin 2010");
    }
}
