using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Demo;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Tests.Demo;

/// <summary>Whoever the demo names can sign in, and the consortium's manager finds her consortium.</summary>
public sealed class DemoAccountsTests
{
    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(Server.Sqlite);
        await using (var db = app.Context())
        {
            db.Marks.Add(new Mark { Name = DemoAccounts.Mark, Value = "0" });
            await db.SaveChangesAsync();
        }

        await DemoAccounts.CreateAsync(app.Services);
        await DemoSharing.CreateAsync(app.Services);
        return app;
    }

    [Fact]
    public async Task Everybody_signs_in_and_the_consortium_stands_though_the_demo_starts_twice()
    {
        await using var app = await StartAsync();
        await DemoAccounts.CreateAsync(app.Services);
        foreach (var account in DemoAccounts.All)
        {
            (await app.Browser().SignInAsync(account.Email, DemoAccounts.Password)).Status.ShouldBe(302, account.Email);
        }

        await using var db = app.Context();
        var made = await db.Set<Consortium>().SingleAsync();
        (await db.Set<ConsortiumScheme>().Where(s => s.ConsortiumId == made.Id).Select(s => s.Scheme).ToListAsync()).ShouldBe(["bradford", "calderdale", "kirklees", "leeds", "wakefield"], ignoreOrder: true);
        DemoConsortium.Schemes.ShouldAllBe(s => Reference.Instance.Schemes.ContainsKey(s));
        DemoAccounts.All.Single(a => a.Role == RoleTable.ConsortiumManager).Place.ShouldBe("West Yorkshire");
        DemoAccounts.All.Single(a => a.Role == RoleTable.PartnerWorker).Place.ShouldBe("Aire Homes", "not a national role");

        var alex = app.Browser();
        await alex.SignInAsync(DemoAccounts.All.Single(a => a.Role == RoleTable.ConsortiumManager).Email, DemoAccounts.Password);
        foreach (var page in new[] { "/figures/performance", "/figures/briefing", "/figures/gaps/together" })
        {
            var answer = await alex.GetAsync(page);
            (answer.Status, answer.Body.Contains("West Yorkshire", StringComparison.Ordinal)).ShouldBe((200, true), page);
            answer.Page.QuerySelectorAll("a[href='/figures/gaps'], a[href^='/figures/return'], a[href^='/figures/board']").ShouldBeEmpty("those are not for a consortium");
        }
    }
}
