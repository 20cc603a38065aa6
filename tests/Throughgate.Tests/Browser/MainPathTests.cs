using Microsoft.Playwright;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Browser;

/// <summary>What people do on the first day, on the sample caseload, in a real browser.</summary>
public sealed class MainPathTests(Chromium chromium, SampleDatabases samples)
{
    private const string On = "?on=2010-09-15";

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task A_manager_goes_from_Today_to_a_young_person_to_why_and_back(int width)
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve(), width);
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Manager, "leeds"));
        await visitor.OpenAsync("/today" + On);

        await visitor.Page.GetByText("Why?").First.ClickAsync();
        (await visitor.Page.Locator("details[open] a[href^='/rules#']").First.IsVisibleAsync()).ShouldBeTrue();
        await visitor.CheckAsync();

        await visitor.Page.Locator("#overdue ~ h3 a").First.ClickAsync();
        await visitor.Page.ArriveAsync(url => url.Contains("/young-people/", StringComparison.Ordinal));
        await visitor.CheckAsync();
        visitor.Page.Url.ShouldContain("on=2010-09-15");
        (await visitor.Page.TitleAsync()).ShouldStartWith("Young person");

        await visitor.OpenAsync("/young-people" + On);
        await visitor.OpenAsync("/young-people/not-on-the-books" + On);
        await visitor.OpenAsync("/release" + On);
        await visitor.OpenAsync("/rules");
        await visitor.OpenAsync("/import");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_information_officer_reads_the_return_and_opens_the_people_behind_a_figure(int width)
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve(), width);
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.InformationOfficer, "leeds"));
        await visitor.OpenAsync("/figures");
        await visitor.OpenAsync("/figures/return/leeds/2010-11/1");
        var figure = visitor.Page.Locator("table a").First;
        var count = int.Parse(await figure.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await figure.ClickAsync();
        await visitor.Page.ReadyAsync();
        await visitor.CheckAsync();
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBe(count);
    }

    [Fact]
    [Trait("requirement", "R25")]
    public async Task A_national_analyst_sees_counts_and_no_way_to_a_name()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.NationalAnalyst));
        await visitor.OpenAsync("/figures");
        await visitor.OpenAsync("/figures/counts/leeds/2010-11/1");
        (await visitor.Page.Locator("a[href*='/young-people']").CountAsync()).ShouldBe(0);
        await visitor.OpenAsync("/today", 404);
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve(), script: false);
        var page = visitor.Page;
        await page.GotoAsync(visitor.Address + "/sign-in");
        await page.GetByLabel("Email address").FillAsync((await app.AccountAsync(RoleTable.Manager, "leeds")).UserName!);
        await page.GetByLabel("Password").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArriveAsync(url => url.EndsWith("/today", StringComparison.Ordinal));

        await page.GetByLabel("Find a young person by name or reference").FillAsync("Kyle Ahmed");
        await page.GetByLabel("Find a young person by name or reference").PressAsync("Enter");
        await page.ArriveAsync(url => url.Contains("/young-people", StringComparison.Ordinal));
        page.Url.ShouldNotContain("Kyle");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kyle Ahmed" }).First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("Kyle Ahmed");

        await page.Locator("summary", new() { HasText = "Manager of leeds" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(visitor.Address + "/today");
        page.Url.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task The_day_can_be_worked_from_the_keyboard()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Manager, "leeds"));
        var page = visitor.Page;
        await page.GotoAsync(visitor.Address + "/today" + On);

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldContain("skip-link");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("search");
        await page.Keyboard.TypeAsync("ahmed kyle");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url.Contains("/young-people", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Kyle Ahmed" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url.Contains("/young-people/", StringComparison.Ordinal));
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("Kyle Ahmed");
    }
}
