using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Care;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Around;

/// <summary>Handovers, money for family visits, cover of case management, who is accountable, and the YOT's file. Today is 4 May 2010.</summary>
public sealed class CoverAndMoneyTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both)), Trait("rule", "FAM-1")]
    public async Task After_an_activity_a_missing_handover_is_warned_of_until_it_is_recorded(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/contacts";
        (await worker.FillAsync(path + "/record", ("Kind", "phone"), ("Handover", "His mother"))).Page.QuerySelector("#Handover-error").ShouldNotBeNull();
        (await worker.FillAsync(path + "/record", ("Kind", "activity"))).Status.ShouldBe(302);
        var page = await worker.GetAsync(path);
        page.Texts("main").Single().ShouldContain("After 1 activity no handover to a parent or carer is recorded.");
        var link = page.Page.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("Record the handover", StringComparison.Ordinal)).GetAttribute("href")!;

        (await worker.FillAsync(link, ("Handover", "His mother"))).Status.ShouldBe(302);

        var after = (await worker.GetAsync(path)).Texts("main").Single();
        after.ShouldContain("Handed over to His mother");
        after.ShouldNotContain("no handover");
        (await worker.FillAsync(link, ("Handover", ""))).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Set<ContactHandover>().AnyAsync()).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "FAM-2")]
    public async Task Resettlement_money_pays_for_a_visit_only_after_other_sources_by_page_and_by_hand(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/family-visits";
        (await worker.FillAsync(path, ("Who", ""), ("Cost", "much"))).Texts(".govuk-error-summary li").Count.ShouldBe(3);
        (await worker.FillAsync(path, ("Who", "Mother, sister"), ("Cost", "42.50"), ("PaidBy", "irs"), ("SourcesTried", " - "))).Page.QuerySelector("#SourcesTried-error").ShouldNotBeNull();
        var form = (await worker.GetAsync(path)).MainForm();
        foreach (var (field, value) in new[] { ("Who", "Mother"), ("Cost", "42.50"), ("PaidBy", "irs") })
        {
            form[field] = value;
        }

        form.Remove("SourcesTried");
        (await worker.PostAsync(path, form)).Status.ShouldBe(400);
        await using var db = app.Context();
        (await db.Set<FamilyVisitRow>().AnyAsync()).ShouldBeFalse();

        (await worker.FillAsync(path, ("Who", "Mother, sister"), ("Cost", "42.50"), ("PaidBy", "irs"), ("SourcesTried", "The prison visits scheme: only one visit a month\nChildren’s services: no"))).Status.ShouldBe(302);

        var page = await worker.GetAsync(path);
        page.Texts(".govuk-summary-card").Single().ShouldContain("£42.50, paid from resettlement money");
        page.Texts(".govuk-summary-card li").Count.ShouldBe(2);
        (await db.Set<FamilyVisitRow>().AsNoTracking().SingleAsync()).Pence.ShouldBe(4250);
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Family visit of Mother, sister");
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync(path)).Status.ShouldBe(404);
        FamilyVisitMoney.IsRefused("other", null).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "ISS-3")]
    public async Task Contacts_while_nobody_manages_the_case_are_warned_of_unless_an_arrangement_covers_them(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync($"/young-people/{person}/contacts/record", ("Kind", "appointment"))).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}")).Texts(".tg-alerts li").ShouldContain(t => t.Contains("covers a gap in case management", StringComparison.Ordinal));
        (await worker.GetAsync($"/young-people/{person}/contacts")).Texts("main").Single().ShouldContain("on 1 day on which nobody managed the case");
        (await worker.GetAsync("/settings/cover")).Status.ShouldBe(404);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        await SendAsync(manager, "/settings/cover", [("WithWhom", ""), ("What", "")], 400);

        await SendAsync(manager, "/settings/cover", [("WithWhom", "Leeds YOT case managers"), ("What", "Each covers leave of up to two weeks")], 302);

        (await worker.GetAsync($"/young-people/{person}")).Texts(".tg-alerts li").ShouldAllBe(t => !t.Contains("gap", StringComparison.Ordinal));
        (await worker.GetAsync($"/young-people/{person}/contacts")).Texts("main").Single().ShouldNotContain("nobody managed the case");
        await using var db = app.Context();
        var row = await db.Set<ReciprocalArrangement>().AsNoTracking().SingleAsync();
        await SendAsync(manager, "/settings/cover", [("End", row.Id.ToString())], 302);
        (await db.Set<ReciprocalArrangement>().AsNoTracking().SingleAsync()).UntilOn.ShouldBe(new DateOnly(2010, 5, 4));
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "SCH-2")]
    public async Task Who_is_accountable_is_dated_and_a_gap_shows(Server server)
    {
        await using var app = await StartAsync(server);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        const string path = "/settings/accountable";
        (await manager.GetAsync(path)).Texts("main").Single().ShouldContain("From 4 May 2010 to 4 May 2010 nobody is accountable");
        await SendAsync(manager, path, [("Name", "Sam Cole"), .. Day("From", "2010-04-01")], 302);
        (await manager.GetAsync(path)).Page.QuerySelectorAll("main .govuk-warning-text").Length.ShouldBe(0);
        await using var db = app.Context();
        var row = await db.Set<AccountableManagerRow>().AsNoTracking().SingleAsync();
        await SendAsync(manager, path, [("Ends", row.Id.ToString()), .. Day("Until", "2010-03-31")], 400);
        await SendAsync(manager, path, [("Ends", row.Id.ToString()), .. Day("Until", "2010-04-30")], 302);
        (await manager.GetAsync(path)).Texts("main").Single().ShouldContain("From 1 May 2010 to 4 May 2010 nobody is accountable");
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "OPN-9")]
    public async Task The_YOT_s_file_is_archived_once_contact_has_ended_by_page_and_by_hand(Server server)
    {
        await using var app = await StartAsync(server);
        var open = await SavedAsync(app);
        var closed = await AYoungPerson().Named("Kai", "Closed").With(ADto("2009-01-05").EndsOn("2009-06-30").With(ACase().AgreedOn("2009-02-02").ClosedOn("2010-02-01"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync($"/young-people/{open}/archive")).Status.ShouldBe(400);
        (await worker.GetAsync($"/young-people/{open}/archive")).Body.ShouldContain("The programme is still open");
        (await worker.FillAsync($"/young-people/{closed}/archive", Day("On", "2010-01-31"))).Status.ShouldBe(400);

        (await worker.FillAsync($"/young-people/{closed}/archive", Day("On", "2010-02-02"))).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.Set<ArchivedFile>().AsNoTracking().SingleAsync()).ArchivedOn.ShouldBe(new(2010, 2, 2));
        (await worker.GetAsync($"/young-people/{closed}/archive")).Body.ShouldContain("was archived on 2 February 2010");
    }

    private static async Task SendAsync(TestBrowser browser, string path, (string Field, string? Value)[] fields, int status)
    {
        var form = (await browser.GetAsync(path)).Page.QuerySelector("form#add")!.QuerySelectorAll("input, textarea").Where(i => i.GetAttribute("name") is not null).ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? i.TextContent);
        foreach (var (field, value) in fields)
        {
            form[field] = value!;
        }

        (await browser.PostAsync(path, form)).Status.ShouldBe(status);
    }

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        return app;
    }

    private static Task<Guid> SavedAsync(TestApp app) =>
        AYoungPerson().With(ADto("2009-11-02").ReleasedOn("2010-03-02").EndsOn("2010-07-01").With(ACase().AgreedOn("2009-12-01").AllocatedTo("Priya Shah", "2009-11-03"))).SaveAsync(app);
}
