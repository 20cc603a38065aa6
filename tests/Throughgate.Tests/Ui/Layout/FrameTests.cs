using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Tests.Ui.Layout;

/// <summary>What stands around every page: language, navigation by role, files that arrive whole, and pages for what went wrong.</summary>
public sealed class FrameTests
{
    [Fact]
    public async Task The_language_chosen_is_kept_and_leads_nowhere_else()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = app.Browser();
        (await browser.GetAsync("/help")).Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        (await browser.GetAsync("/help?a=1&lang=cy")).Location.ShouldBe("/help?a=1");
        browser.Cookies[LanguageChoice.Cookie].ShouldBe("cy");
        var welsh = await browser.GetAsync("/help");
        welsh.Page.DocumentElement.GetAttribute("lang").ShouldBe("cy");
        welsh.Header("Content-Language").ShouldBe("cy");
        welsh.Texts("h1").ShouldBe(["Cymorth"]);
        welsh.Page.QuerySelectorAll("main [lang=en]").ShouldBeEmpty();
        welsh.Page.QuerySelector("a[hreflang=en]")!.GetAttribute("href").ShouldBe("/help?lang=en");
        (await browser.GetAsync("//elsewhere.example/?lang=en")).Location.ShouldStartWith("/");
        (await browser.GetAsync("//elsewhere.example/?lang=en")).Location!.ShouldNotStartWith("//");
        (await browser.GetAsync("/%5C%5Celsewhere.example/?lang=en")).Location!.ShouldNotContain("\\");
        (await browser.GetAsync("/help?lang=xx")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(RoleTable.Worker, "leeds", "Today", "Young people", "Release", "Figures")]
    [InlineData(RoleTable.InformationOfficer, "leeds", "Young people", "Release", "Figures")]
    [InlineData(RoleTable.NationalAnalyst, null, "Figures")]
    public async Task What_a_role_may_not_use_is_not_there(string role, string? scheme, params string[] places)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var page = await (await app.SignInAsync(role, scheme)).GetAsync("/help");
        page.Texts(".tg-nav__link").ShouldBe(places);
        page.Page.QuerySelectorAll("#search").Length.ShouldBe(role == RoleTable.NationalAnalyst ? 0 : 1);
        page.Texts(".tg-header__place strong").ShouldBe(scheme is null ? [] : ["Leeds"]);
        page.Page.QuerySelector(".tg-account form")!.GetAttribute("action").ShouldBe("/sign-out");
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_navigation_and_no_search()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var page = await app.Browser().GetAsync("/accessibility");
        page.Status.ShouldBe(200);
        page.Page.QuerySelectorAll(".tg-nav__link, #search, .tg-account").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_file_that_a_page_names_arrives_whole_and_nothing_is_inline()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = app.Browser();
        var page = (await browser.GetAsync("/help")).Page;
        var files = page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var file in files.Append("/govuk/govuk-frontend.min.js"))
        {
            var answer = await browser.GetAsync(file);
            (answer.Status, answer.Body.Length > 100).ShouldBe((200, true), file);
        }

        page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(e => e.Attributes).ShouldNotContain(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("requirement", "R42")]
    public async Task What_is_not_there_says_so_in_words_and_asking_for_an_error_is_no_error()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = await app.SignInAsync(RoleTable.Worker, "leeds");
        var missing = await browser.GetAsync("/nothing/here");
        (missing.Status, missing.Texts("h1")[0]).ShouldBe((404, "This page could not be found"));
        missing.Page.QuerySelector("a[hreflang=cy]")!.GetAttribute("href").ShouldBe("/nothing/here?lang=cy");
        (await browser.GetAsync("/error/503")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_page_that_fails_says_what_was_saved_and_names_no_exception()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var browser = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using (var db = app.Context())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "alter table sessions rename to sessions_away");
        }

        var failed = await browser.GetAsync("/today");
        failed.Status.ShouldBe(503);
        failed.Texts("h1").ShouldBe(["Throughgate cannot answer just now"]);
        failed.Body.ShouldContain("What had been saved before is safe.");
        failed.Body.ShouldNotContain("Exception");
        failed.Body.ShouldNotContain("sessions");
        failed.Header("Cache-Control").ShouldBe("no-store");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Every_failure_says_what_happened_and_what_to_do(int status)
    {
        foreach (var culture in new[] { Words.English, Words.Welsh })
        {
            var said = Throughgate.Web.Ui.Failures.Said.Of(new Words(Vocabulary.Embedded, culture), status);
            said.What.ShouldNotBeNullOrEmpty();
            said.Lines.Count.ShouldBeGreaterThanOrEqualTo(2);
        }
    }
}
