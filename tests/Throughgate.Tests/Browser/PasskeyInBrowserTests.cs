using Microsoft.Playwright;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Browser;

/// <summary>Passkeys in a real browser, with its virtual authenticator: added, signed in with, asked for again; every page is checked as it opens.</summary>
[Trait("requirement", "R8")]
public sealed class PasskeyInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task A_passkey_is_added_and_signs_in_and_proves_that_it_is_still_them(int width)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var address = app.Serve().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal);
        var account = await app.AccountAsync(RoleTable.Manager, "leeds");
        await using var visitor = await Visitor.ComeAsync(chromium, address, width);
        var page = visitor.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var made = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        var authenticator = made!.Value.GetProperty("authenticatorId").GetString()!;

        await visitor.SignInAsync(account);
        await visitor.OpenAsync("/passkeys");
        await visitor.OpenAsync("/passkeys/add");
        await page.GetByLabel("What will you know it by?").FillAsync("Office laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByText("I have kept them").WaitForAsync();
        await visitor.CheckAsync();
        await page.GetByText("I have kept them").ClickAsync();
        await page.GetByText("Office laptop").First.WaitForAsync();
        await visitor.CheckAsync();
        (await CountAsync()).ShouldBe(1);
        await visitor.FollowAsync("Rename or remove", exact: false);

        await page.Context.ClearCookiesAsync();
        await visitor.OpenAsync("/sign-in/passkey");
        await visitor.OpenAsync("/sign-in?next=/young-people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.ArriveAsync(url => url.EndsWith("/young-people", StringComparison.Ordinal));

        app.Clock.Advance(FreshAttribute.Opened + TimeSpan.FromSeconds(1));
        await page.GotoAsync(address + "/export");
        page.Url.ShouldEndWith("/prove?next=%2Fexport");
        await visitor.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.ArriveAsync(url => url.EndsWith("/export", StringComparison.Ordinal));
        await visitor.CheckAsync();

        // Nobody puts a finger on it: the page says so, and can be read.
        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await page.Context.ClearCookiesAsync();
        await visitor.OpenAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("No passkey answered.").WaitForAsync();
        await visitor.CheckAsync();

        async Task<int> CountAsync() =>
            (await device.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = authenticator }))!.Value.GetProperty("credentials").GetArrayLength();
    }

    [Fact]
    public async Task Without_script_the_page_says_so_and_password_and_app_stay()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var address = app.Serve().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal);
        await using var visitor = await Visitor.ComeAsync(chromium, address, script: false);
        await visitor.Page.GotoAsync(address + "/sign-in/passkey");
        await visitor.Page.GetByText("Passkeys need script").WaitForAsync();
        await visitor.Page.GotoAsync(address + "/sign-in");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await visitor.Page.GetByText("Passkeys need script").WaitForAsync();
        (await visitor.Page.GetByLabel("Password").CountAsync()).ShouldBe(0);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Another way" }).ClickAsync();
        (await visitor.Page.GetByLabel("Password").CountAsync()).ShouldBe(1);
    }
}
