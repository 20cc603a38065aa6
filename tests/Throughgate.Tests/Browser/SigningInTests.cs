using Microsoft.Playwright;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Browser;

/// <summary>Signing in and out on a computer that others use too, in a real browser; every page is checked as it opens.</summary>
public sealed class SigningInTests(Chromium chromium, SampleDatabases samples)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_app_is_set_up_its_codes_shown_once_and_asked_for_at_the_next_sign_in(int width)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var address = app.Serve();
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        await using var visitor = await Visitor.ComeAsync(chromium, address, width);
        var page = visitor.Page;
        await visitor.SignInAsync(account);
        await visitor.OpenAsync("/your-account");
        await visitor.FollowAsync("Where you are signed in");
        await visitor.OpenAsync("/second-factor");
        await visitor.OpenAsync("/second-factor/set-up?next=/second-factor");
        var key = (await page.Locator(".tg-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var phone = PhoneApp.Of(key);
        await page.GetByLabel("Your password now").FillAsync(TestApp.Password);
        await page.GetByLabel("Code from the app").FillAsync(phone.CodeAt(app.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await page.GetByText("I have kept them").WaitForAsync();
        await visitor.CheckAsync();
        (await page.Locator(".tg-codes li").CountAsync()).ShouldBe(10);
        await page.GetByText("I have kept them").ClickAsync();
        await page.ArriveAsync(url => url.EndsWith("/second-factor", StringComparison.Ordinal));
        await visitor.CheckAsync();
        await visitor.OpenAsync("/second-factor/recovery-codes");
        await visitor.OpenAsync("/second-factor/off");

        await using var again = await Visitor.ComeAsync(chromium, address, width);
        await again.OpenAsync("/sign-in");
        await again.Page.GetByLabel("Email address").FillAsync(account.UserName!);
        await again.Page.GetByLabel("Password").FillAsync(TestApp.Password);
        await again.Page.Keyboard.PressAsync("Enter");
        await again.Page.ArriveAsync(url => url.Contains("/sign-in/code", StringComparison.Ordinal));
        (await again.Page.TitleAsync()).ShouldStartWith("Your second step");
        await again.CheckAsync();
        await again.OpenAsync("/sign-in/recovery");
        await again.OpenAsync("/sign-in/code");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await again.Page.GetByLabel("Code from your authenticator app").FillAsync(phone.CodeAt(app.Clock.GetUtcNow()));
        await again.Page.Keyboard.PressAsync("Enter");
        await again.Page.ArriveAsync(url => url.EndsWith("/today", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_administrator_invites_changes_and_closes(int width)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve(), width);
        var page = visitor.Page;
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Administrator));
        page.Url.ShouldEndWith("/accounts");
        await visitor.CheckAsync();
        await visitor.OpenAsync("/accounts/invite");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ruth Adeyemi");
        await page.GetByLabel("Email address").FillAsync("ruth@leeds.example");
        await page.GetByLabel("Resettlement worker").CheckAsync();
        await page.Locator("#At").SelectOptionAsync("scheme:leeds");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account and the link" }).ClickAsync();
        await page.Locator("#link").WaitForAsync();
        await visitor.CheckAsync();
        var link = new Uri(await page.Locator("#link").InnerTextAsync()).AbsolutePath;
        var account = await page.GetByText("Back to the account", new() { Exact = true }).GetAttributeAsync("href");
        foreach (var at in new[] { "", "/change", "/close", "/memberships" })
        {
            await visitor.OpenAsync(account + at);
        }

        await using var ruth = await Visitor.ComeAsync(chromium, visitor.Address, width);
        await ruth.OpenAsync(link);
        await ruth.Page.GetByLabel("The new password").FillAsync("violet kettle harbour");
        await ruth.Page.Keyboard.PressAsync("Enter");
        await ruth.Page.ArriveAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        await ruth.OpenAsync(link, 404);
    }

    [Fact, Trait("requirement", "R6")]
    public async Task Back_after_signing_out_shows_nothing()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        var page = visitor.Page;
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Manager, "leeds"));
        await page.GotoAsync(visitor.Address + "/young-people?on=2010-09-15");
        var link = page.Locator("main table a[href^='/young-people/0']").First;
        var name = await link.InnerTextAsync();
        await link.ClickAsync();
        await page.ArriveAsync(url => url.Contains("/young-people/", StringComparison.Ordinal));
        (await page.TitleAsync()).ShouldNotContain(name.Split(' ')[0]);
        await page.Locator("details.tg-account summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.ArriveAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));

        for (var back = 0; back < 3; back++)
        {
            await page.GoBackAsync();
            await page.ArriveAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
            (await page.ContentAsync()).ShouldNotContain(name);
        }
    }

    [Fact, Trait("requirement", "R40")]
    public async Task Two_minutes_before_the_end_one_is_asked_and_at_the_end_the_page_is_gone()
    {
        await using var app = TestApp.On(await samples.OnAsync(Server.Sqlite));
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        var page = visitor.Page;
        await page.Clock.InstallAsync();
        await visitor.SignInAsync(await app.AccountAsync(RoleTable.Manager, "leeds"));
        await page.GotoAsync(visitor.Address + "/young-people");
        await AheadAsync(11);
        (await page.Locator("#timeout").IsVisibleAsync()).ShouldBeFalse();
        await AheadAsync(1.1);
        await page.Locator("#timeout").WaitForAsync();
        await visitor.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await page.Locator("#timeout").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await AheadAsync(12.5);
        await page.Locator("#timeout").WaitForAsync();
        await AheadAsync(3);
        await page.ArriveAsync(url => url.Contains("/sign-in?next=", StringComparison.Ordinal));

        async Task AheadAsync(double minutes)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await page.Clock.FastForwardAsync((long)(minutes * 60_000));
        }
    }
}
