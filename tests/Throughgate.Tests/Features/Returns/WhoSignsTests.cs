using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Returns;

/// <summary>Whoever submitted a return reads who can sign it; the button says what it does; under the checks each line leads to the form that mends it.</summary>
[Trait("rule", "RET-3")]
public sealed class WhoSignsTests
{
    private static string Quarter(int number, string page = "") => $"/figures/return/leeds/2010-11/{number}{page}";

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(DateTime.ParseExact("2011-04-15 10", "yyyy-MM-dd HH", CultureInfo.InvariantCulture)));
        return app;
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_submitted_reads_who_can_sign_and_what_to_do_where_nobody_can(Server server)
    {
        await using var app = await StartAsync(server);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await NamedAsync(app, RoleTable.Manager, "cardiff", "Of Another Scheme");
        await NamedAsync(app, RoleTable.InformationOfficer, "leeds", "Who May Not");
        var left = await NamedAsync(app, RoleTable.Manager, "leeds", "Who Left");
        await using (var db = app.Context())
        {
            await db.Accounts.Where(a => a.Id == left).ExecuteUpdateAsync(s => s.SetProperty(a => a.ClosesOn, new DateOnly(2011, 4, 15)));
        }

        (await manager.FillAsync(Quarter(1, "/hand-in"), ("Do", "nil"))).Status.ShouldBe(302);
        (await manager.GetAsync(Quarter(1))).Texts("#signers").Single().ShouldStartWith("Nobody of the scheme but whoever submitted it can sign yet");

        await NamedAsync(app, RoleTable.Manager, "leeds", "Una Pell");
        foreach (var page in new[] { "", "/hand-in", "/sign" })
        {
            (await manager.GetAsync(Quarter(1, page))).Texts("#signers").ShouldBe(["Who can sign it: Una Pell."], page);
        }

        // One's own is taken back, and no choice is offered where there is none.
        var own = await manager.GetAsync(Quarter(1, "/sign"));
        (own.Page.QuerySelectorAll("main input[type=radio]").Length, own.Texts("main form[method=post] button").Single()).ShouldBe((0, "Take it back"));
        var other = await app.SignInAsync(RoleTable.Manager, "leeds");
        var sign = await other.GetAsync(Quarter(1, "/sign"));
        (sign.Page.QuerySelectorAll("main input[type=radio]").Length, sign.Texts("main form[method=post] button").Single()).ShouldBe((2, "Confirm your decision"));
        (await manager.FillAsync(Quarter(1, "/sign"), ("Reason", "Too early"))).Status.ShouldBe(302);
        (await manager.GetAsync(Quarter(1))).ShouldSatisfyAllConditions(p => p.Texts("#signers").ShouldBeEmpty(), p => p.Body.ShouldContain("Too early"));
    }

    [Fact]
    [Trait("rule", "RET-2")]
    public async Task Under_the_checks_each_line_leads_where_the_worklist_leads()
    {
        await using var app = await StartAsync(Server.Sqlite);
        await AYoungPerson().Named("Fay", "Gap").With(AYro("2010-01-05").With(ACase().AgreedOn("2010-01-20").ClosedOn("2010-12-01").AllocatedTo("Priya Shah", "2010-01-20"))).SaveAsync(app);
        var officer = await app.SignInAsync(RoleTable.InformationOfficer, "leeds");
        var list = (await officer.GetAsync(Quarter(3, "/mend"))).Page.QuerySelectorAll("main a.tg-row__act").Select(a => a.GetAttribute("href")!).ToList();
        var links = (await officer.GetAsync(Quarter(3))).Page.QuerySelectorAll("#mend ~ ul a.tg-row__act").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2, "no start Asset, no end Asset");
        links.Except(list).ShouldBeEmpty();
        foreach (var href in links)
        {
            var form = await officer.GetAsync(href);
            (form.Status, form.Page.QuerySelector("main form[method=post]") is not null).ShouldBe((200, true), href);
        }
    }

    private static async Task<Guid> NamedAsync(TestApp app, string role, string scheme, string name)
    {
        var account = await app.AccountAsync(role, scheme);
        await using var db = app.Context();
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisplayName, name));
        return account.Id;
    }
}
