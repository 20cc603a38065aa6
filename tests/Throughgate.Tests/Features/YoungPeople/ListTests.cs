using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.YoungPeople;

/// <summary>The caseload over HTTP: who stands on which list, in what order, and who never does.</summary>
public sealed class ListTests(LeedsCaseload leeds)
{
    private static readonly string[] Open =
    [
        "Amy Mensah", "Jordan Evans", "Kai Okafor", "Later Leaver", "Owain Adeyemi", "Siân O'Brien-Jones", "Rhys Patel", "Lee Ray", "Zoë Ångström",
        "<script>alert(1)</script> Robert'); drop table people;--",
    ];

    private async Task<string[]> NamesAsync(Server server, string path, string role = RoleTable.Worker)
    {
        var (app, browser) = await leeds.SignInAsync(server, role);
        await using var _ = app;
        var answer = await browser.GetAsync(path);
        answer.Status.ShouldBe(200, answer.Body);
        return [.. answer.Texts(".tg-list__who > a")];
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_list_holds_every_open_case_of_the_scheme_and_nobody_else(Server server) =>
        (await NamesAsync(server, "/young-people")).ShouldBe(Open, ignoreOrder: true);

    [Theory]
    [InlineData("worker=me", "Amy Mensah", "Jordan Evans", "Owain Adeyemi", "Lee Ray")] // Rhys has two who lead; the later of them is shown
    [InlineData("worker=nobody", "Kai Okafor", "Later Leaver", "<script>alert(1)</script> Robert'); drop table people;--")]
    [InlineData("worker=not-allocated", "Kai Okafor", "Later Leaver", "Rhys Patel", "<script>alert(1)</script> Robert'); drop table people;--")]
    [InlineData("where=custody", "Amy Mensah", "Jordan Evans", "Kai Okafor", "Later Leaver", "Owain Adeyemi", "Zoë Ångström")]
    [InlineData("where=wetherby", "Amy Mensah", "Jordan Evans", "Later Leaver", "Lee Ray")]
    [InlineData("where=remand", "Lee Ray")]
    [InlineData("where=community", "Siân O'Brien-Jones", "<script>alert(1)</script> Robert'); drop table people;--")]
    [InlineData("where=order-ended", "Rhys Patel")]
    [InlineData("show=started", "Amy Mensah", "Jordan Evans", "Siân O'Brien-Jones", "Rhys Patel", "Zoë Ångström")]
    [InlineData("show=not-taken-up", "Kai Okafor")]
    [InlineData("show=not-started", "Kai Okafor", "Later Leaver", "Owain Adeyemi", "Lee Ray", "<script>alert(1)</script> Robert'); drop table people;--")]
    [InlineData("overdue=REL-3", "Amy Mensah", "Jordan Evans")]
    [InlineData("looked-after=yes", "Jordan Evans")]
    [InlineData("overdue=REL-3&where=wetherby&worker=me&show=started&looked-after=yes", "Jordan Evans")]
    [InlineData("where=order-ended&show=not-taken-up")]
    [InlineData("show=closed", "Ella Price", "Seren Price")]
    [InlineData("show=closed&sort=name", "Ella Price", "Seren Price")]
    [InlineData("show=closed&looked-after=yes", "Ella Price")]
    [InlineData("show=closed&worker=me", "Seren Price")]
    [InlineData("show=nonsense&where=nowhere&overdue=XYZ-1&worker=x'%20or%201=1&sort=;&size=7&page=-3&looked-after=no&show=")]
    public async Task A_filter_keeps_whom_it_says(string query, params string[] names)
    {
        // The filters are worked out in memory from the same facts; SQLite stands for both, the lists themselves are tried on both.
        var found = await NamesAsync(Server.Sqlite, $"/young-people?{query}");
        found.ShouldBe(query.Contains("nonsense", StringComparison.Ordinal) ? Open : names, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_closed_are_listed_last_closed_first(Server server)
    {
        (await NamesAsync(server, "/young-people?show=closed")).ShouldBe(["Ella Price", "Seren Price"]);
        (await NamesAsync(server, "/young-people?show=closed&worker=me")).ShouldBe(["Seren Price"]);
        (await NamesAsync(server, "/young-people?show=closed&on=2010-03-15")).ShouldBe(["Seren Price"]);
    }

    [Fact]
    public async Task What_is_overdue_comes_first_then_who_leaves_next()
    {
        var names = await NamesAsync(Server.Sqlite, "/young-people");
        names.Take(2).ShouldBe(["Amy Mensah", "Jordan Evans"]);
        Array.IndexOf(names, "Jordan Evans").ShouldBeLessThan(Array.IndexOf(names, "Zoë Ångström"));
        (await NamesAsync(Server.Sqlite, "/young-people?sort=release")).Take(4).ShouldBe(["Amy Mensah", "Jordan Evans", "Zoë Ångström", "Kai Okafor"]);
        (await NamesAsync(Server.Sqlite, "/young-people?sort=name")).Take(3).ShouldBe(["Owain Adeyemi", "Zoë Ångström", "Jordan Evans"]);
    }

    [Fact]
    public async Task A_row_says_where_who_leads_how_far_and_what_is_next()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people");
        var row = page.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("P-JORDAN", StringComparison.Ordinal));
        var text = string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("aged 16");
        text.ShouldContain("Looked after");
        text.ShouldContain("In custody at HMYOI Wetherby leaves Fri 24 September 2010, in 9 days");
        text.ShouldContain("Priya Shah");
        text.ShouldContain("Started 6 April 2010");
        text.ShouldContain("Started 6 April 2010 Decide who meets the young person on release Overdue 5 days Why?"); // REL-1, due 10 September
    }

    [Fact]
    public async Task Another_day_is_seen_as_it_was_and_links_stay_on_it()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people?on=2010-06-01");
        page.Body.ShouldContain("1 June 2010");
        page.Texts(".tg-list__who > a").ShouldNotContain("Kai Okafor"); // sentenced in August
        page.Page.QuerySelectorAll(".tg-list__who > a, .tg-views a").ShouldAllBe(a => a.GetAttribute("href")!.Contains("on=2010-06-01", StringComparison.Ordinal));
        var unread = await browser.GetAsync("/young-people?on=yesterday");
        unread.Status.ShouldBe(200);
        unread.Body.ShouldContain("is no day that can be looked at");
    }

    [Fact]
    public async Task Names_are_shown_as_they_are_written_and_do_nothing()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people");
        page.Body.ShouldNotContain("<script>alert");
        page.Body.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Whom_the_list_showed_is_on_record_and_nobody_else(Server server)
    {
        var (app, browser) = await leeds.SignInAsync(server);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people?where=order-ended");
        var id = page.Page.QuerySelector(".tg-list__who > a")!.GetAttribute("href")!.Split('/')[^1];
        var row = (await app.LogAsync()).Last(r => r.ActorId == browser.Account.Id);
        row.Action.ShouldBe("GET /young-people");
        row.People.ShouldBe($"[\"{id}\"]");
    }

    [Fact]
    public async Task An_analyst_and_the_anonymous_see_no_list()
    {
        var (app, analyst) = await leeds.SignInAsync(Server.Sqlite, RoleTable.NationalAnalyst, null);
        await using var _ = app;
        foreach (var path in new[] { "/young-people", "/young-people/not-on-the-books", "/release", "/young-people?show=closed" })
        {
            (await analyst.GetAsync(path)).Status.ShouldBe(404);
            (await app.Browser().GetAsync(path)).Location.ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public async Task The_whole_of_it_is_in_Welsh_too()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        foreach (var path in new[] { "/young-people", "/young-people?show=closed", "/young-people?where=order-ended&show=not-taken-up", "/young-people/not-on-the-books", "/release" })
        {
            browser.Cookies["tg-language"] = "cy";
            var page = await browser.GetAsync(path);
            page.Page.DocumentElement.GetAttribute("lang").ShouldBe("cy");
            page.Texts("main [lang=en]").ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task The_list_remembers_its_filters_for_the_way_back()
    {
        var (app, browser) = await leeds.SignInAsync(Server.Sqlite);
        await using var _ = app;
        var page = await browser.GetAsync("/young-people?where=custody&page=1");
        page.Header("Set-Cookie").ShouldContain("tg-list=%2Fyoung-people%3Fwhere%3Dcustody%26page%3D1");
        page.Header("Set-Cookie").ShouldContain("httponly");
        var person = await browser.GetAsync(page.Page.QuerySelector(".tg-list__who > a")!.GetAttribute("href")!);
        person.Page.QuerySelector(".govuk-breadcrumbs__link")!.GetAttribute("href").ShouldBe("/young-people?where=custody&page=1");
        foreach (var elsewhere in new[] { "https://example.org/", "//example.org", "/sign-out", "/young-people\\..", "javascript:alert(1)" })
        {
            browser.Cookies["tg-list"] = Uri.EscapeDataString(elsewhere);
            (await browser.GetAsync(page.Page.QuerySelector(".tg-list__who > a")!.GetAttribute("href")!)).Page.QuerySelector(".govuk-breadcrumbs__link")!
                .GetAttribute("href").ShouldBe("/young-people");
        }
    }
}
