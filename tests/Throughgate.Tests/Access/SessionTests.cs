using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Tests.Access;

/// <summary>R9, R10, R33: a session ends at once, whatever becomes of copies of its cookie.</summary>
public sealed class SessionTests
{
    private const string Page = "/trial/record/0197f0a0-0000-7000-8000-000000000000";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out(Server server)
    {
        await using var app = await TestApp.StartTrialAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var thief = worker.Copy();
        (await InAsync(thief)).ShouldBeTrue();

        var answer = await worker.SignOutAsync(Page);

        (answer.Status, answer.Location).ShouldBe((302, "/sign-in"));
        answer.Header("Clear-Site-Data").ShouldContain("cache");
        (await InAsync(thief)).ShouldBeFalse();
        (await app.LogAsync())[^1].Outcome.ShouldBe("signed_out");
    }

    [Fact]
    public async Task Closing_an_account_a_new_role_or_a_new_stamp_end_its_sessions_at_the_next_request()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var closed = await app.SignInAsync(RoleTable.Worker, "leeds");
        var moved = await app.SignInAsync(RoleTable.Worker, "leeds");
        var stays = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using (var db = app.Context())
        {
            await AccountBook.CloseAsync(db, Actor.CommandLine, app.Clock, closed.Account.UserName!, "left");
            (await db.Accounts.SingleAsync(a => a.Id == moved.Account.Id)).SecurityStamp = "new";
            await db.SaveChangesAsync();
        }

        (await InAsync(closed)).ShouldBeFalse();
        (await InAsync(moved)).ShouldBeFalse();
        (await InAsync(stays)).ShouldBeTrue();
        (await app.Browser().SignInAsync(closed.Account.UserName!, TestApp.Password)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_a_role_may_do_is_read_at_every_request()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.GetAsync($"{Page}?handler=Manage")).Status.ShouldBe(200);
        await using (var db = app.Context())
        {
            (await db.Accounts.SingleAsync(a => a.Id == manager.Account.Id)).Role = RoleTable.Worker;
            await db.SaveChangesAsync();
        }

        (await manager.GetAsync($"{Page}?handler=Manage")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_session_ends_after_fifteen_idle_minutes_and_after_ten_hours_however_busy()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var idle = await app.SignInAsync(RoleTable.Worker, "leeds");
        var busy = await app.SignInAsync(RoleTable.Worker, "leeds");
        for (var minutes = 0; minutes < 599; minutes += 14)
        {
            (await InAsync(busy)).ShouldBeTrue($"after {minutes} minutes");
            app.Clock.Advance(TimeSpan.FromMinutes(14));
        }

        (await InAsync(busy)).ShouldBeFalse();
        (await InAsync(idle)).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_sign_in_has_a_session_of_its_own()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var account = await app.AccountAsync(RoleTable.Worker, "leeds");
        var browser = app.Browser();
        await browser.SignInAsync(account.UserName!, TestApp.Password);
        var first = browser.Cookies["tg-session"];
        var planted = app.Browser();
        planted.Cookies["tg-session"] = first;
        await browser.SignInAsync(account.UserName!, TestApp.Password);
        browser.Cookies["tg-session"].ShouldNotBe(first);
    }

    [Fact]
    public async Task A_forged_cookie_is_refused_even_when_it_is_sealed_with_the_right_key()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        var account = await app.AccountAsync(RoleTable.Manager, "leeds");
        var seal = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Sessions.Scheme).TicketDataFormat;
        var whole = Sessions.Principal(account);
        var named = new ClaimsPrincipal(new ClaimsIdentity([new("Microsoft.AspNetCore.Authentication.Cookies-SessionId", "made up")], Sessions.Scheme));

        foreach (var principal in new[] { whole, named })
        {
            var forged = app.Browser();
            forged.Cookies["tg-session"] = seal.Protect(new AuthenticationTicket(principal, Sessions.Scheme));
            (await InAsync(forged)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_cookie_of_another_key_ring_is_refused()
    {
        await using var one = await TestApp.StartTrialAsync(Server.Sqlite);
        await using var other = await TestApp.StartTrialAsync(Server.Sqlite);
        var worker = await one.SignInAsync(RoleTable.Worker, "leeds");
        var copied = other.Browser();
        copied.Cookies["tg-session"] = worker.Cookies["tg-session"];
        (await InAsync(copied)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        await using var database = await TestDatabase.CreateAsync(Server.Sqlite);
        Dictionary<string, string> cookies;
        await using (var first = TestApp.On(database))
        {
            cookies = (await first.SignInAsync(RoleTable.Worker, "leeds")).Cookies;
        }

        await using var second = TestApp.On(database);
        var browser = second.Browser();
        cookies.ToList().ForEach(c => browser.Cookies[c.Key] = c.Value);
        (await browser.PostAsync("/sign-out", [])).Status.ShouldBe(400, "signed in still, so only the form's token is missing");
    }

    [Fact]
    public async Task The_database_holds_no_key_of_a_cookie()
    {
        await using var app = await TestApp.StartTrialAsync(Server.Sqlite);
        await app.SignInAsync(RoleTable.Worker, "leeds");
        await using var db = app.Context();
        (await db.Set<Session>().SingleAsync()).KeyHash.Length.ShouldBe(32);
    }

    /// <summary>Signed in: a record that is not there is 404; not signed in: asked to sign in.</summary>
    private static async Task<bool> InAsync(TestBrowser browser) => (await browser.GetAsync(Page)).Status == 404;
}
