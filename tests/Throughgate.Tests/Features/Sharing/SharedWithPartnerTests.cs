using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Sharing;

/// <summary>What a partner's worker sees: the agreed parts and their own actions, from the next request on and until the next request.</summary>
public sealed class SharedWithPartnerTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R10")]
    public async Task What_is_taken_back_is_gone_on_the_next_request(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await ConsentTests.SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        var jo = await WorkerAsync(app, partner);
        for (var i = 0; i < 3; i++)
        {
            (await jo.GetAsync($"/shared/{person}")).Status.ShouldBe(404);
            (await jo.GetAsync("/shared")).Body.ShouldNotContain("Ownington");
            await app.AgreesAsync(kase, partner, Categories.Identity, Categories.Offence);
            (await jo.GetAsync("/shared")).Body.ShouldContain("Ownington");
            var page = await jo.GetAsync($"/shared/{person}");
            page.Status.ShouldBe(200, page.Body);
            page.Texts("h1").Single().ShouldBe("Kai Ownington");
            await app.SaysAsync(kase, partner, ConsentAnswers.Withdrawn, Categories.Identity);
            page = await jo.GetAsync($"/shared/{person}");
            page.Status.ShouldBe(200);
            page.Body.ShouldNotContain("Ownington");
            await app.SaysAsync(kase, partner, ConsentAnswers.Withdrawn, Categories.Offence);
        }

        (await jo.GetAsync($"/shared/{person}")).Status.ShouldBe(404);
        await using var db = app.Context();
        (await db.Set<DisclosureRow>().CountAsync(d => d.How == "page")).ShouldBe(1, "once an account and day");
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("requirement", "R18")]
    public async Task Each_part_is_shown_only_where_that_part_is_agreed_and_a_lapsed_agreement_shows_none(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await RichAsync(app);
        foreach (var category in Categories.All)
        {
            var partner = await app.PartnerAsync($"Only {category}");
            await app.AgreesAsync(kase, partner, category);
            var jo = await WorkerAsync(app, partner);
            var page = await jo.GetAsync($"/shared/{person}");
            page.Status.ShouldBe(200, category);
            foreach (var (canary, of) in Canaries)
            {
                page.Body.Contains(canary, StringComparison.Ordinal).ShouldBe(of == category, $"{canary} where {category} is shared");
            }

            page.Body.ShouldNotContain("Elm Road");
            await using var db = app.Context();
            (await db.Set<AgreementRow>().SingleAsync(a => a.PartnerId == partner)).UntilOn = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
            await db.SaveChangesAsync();
            (await jo.GetAsync($"/shared/{person}")).Status.ShouldBe(404, $"{category}, lapsed");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_partner_answers_its_own_actions_and_sees_no_other(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, kase) = await RichAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Identity);
        var jo = await WorkerAsync(app, partner);
        (await jo.GetAsync($"/shared/{person}")).Body.ShouldNotContain("Find a flat", customMessage: "a name that was typed is nobody's key");
        await ChooseAgencyAsync(app, person);
        var page = await jo.GetAsync($"/shared/{person}");
        page.Body.ShouldContain("Find a flat");
        page.Body.ShouldNotContain("Enrol at college");
        (await jo.SendAgainAsync(page, $"/shared/{person}", ("answer", "note"))).Status.ShouldBe(400);
        (await jo.SendAgainAsync(page, $"/shared/{person}", ("line", Guid.CreateVersion7().ToString()), ("answer", "done"))).Status.ShouldBe(404);
        (await jo.SendAgainAsync(page, $"/shared/{person}", ("answer", "done"), ("note", "Viewed on Monday"))).Status.ShouldBe(302);
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync($"/young-people/{person}/sharing")).Body.ShouldContain("Viewed on Monday");
        foreach (var path in new[] { $"/young-people/{person}", $"/young-people/{person}/sharing", "/young-people", "/today" })
        {
            (await jo.GetAsync(path)).Status.ShouldBe(404, path);
        }
    }

    [Fact]
    public async Task A_restricted_record_is_shared_with_nobody()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, kase) = await ConsentTests.SavedAsync(app);
        var partner = await app.PartnerAsync("Aire Homes");
        await app.AgreesAsync(kase, partner, Categories.Identity);
        var jo = await WorkerAsync(app, partner);
        (await jo.GetAsync($"/shared/{person}")).Status.ShouldBe(200);
        await using var db = app.Context();
        db.Add(new Restriction { PersonId = person, SetAt = app.Clock.GetUtcNow(), SetBy = "Sam", Reason = "Known to somebody" });
        await db.SaveChangesAsync();
        (await jo.GetAsync($"/shared/{person}")).Status.ShouldBe(404);
        (await jo.GetAsync("/shared")).Body.ShouldNotContain("Ownington");
    }

    private static readonly (string Canary, string Of)[] Canaries =
    [
        ("Ownington", Categories.Identity), ("Domestic burglary", Categories.Offence), ("Enrol at college", Categories.Plan), ("Aunt Bea", Categories.Family),
    ];

    internal static async Task<TestBrowser> WorkerAsync(TestApp app, Guid partner)
    {
        var jo = await app.SignInAsync(RoleTable.PartnerWorker);
        await using var db = app.Context();
        db.Add(jo.Account.Of(MembershipKinds.Partner, partner.ToString()));
        await db.SaveChangesAsync();
        return jo;
    }

    /// <summary>Somebody with something in every part, and a plan with one action of Aire Homes and one of nobody's.</summary>
    private static async Task<(Guid Person, Guid Case)> RichAsync(TestApp app)
    {
        var kase = ACase().ReferredOn("2010-03-01");
        var person = await AYoungPerson().Named("Kai", "Ownington").Born("2005-05-05").Living("leeds").With(ADto("2010-03-01").Set(s => s.MainOffence = "domestic_burglary").With(kase)).SaveAsync(app);
        await using var db = app.Context();
        var plan = new PlanRow { CaseId = kase.Id, Number = 1, BegunOn = Day("2010-03-05"), Author = "Priya", PersonAnswer = "agrees", YotOn = Day("2010-03-08") };
        db.Add(plan);
        db.Add(new PlanPathwayRow { CaseId = kase.Id, PlanId = plan.Id, Pathway = "accommodation", Goal = "A home" });
        db.AddRange(Throughgate.Domain.Plans.Pathways.All.Where(p => p != "accommodation").Select(p => new PlanPathwayRow { CaseId = kase.Id, PlanId = plan.Id, Pathway = p, NoNeed = true }));
        db.Add(new PlanActionRow { CaseId = kase.Id, PlanId = plan.Id, Pathway = "accommodation", What = "Find a flat", Who = "partner", Partner = "aire homes ", Parents = "not_needed" });
        db.Add(new PlanActionRow { CaseId = kase.Id, PlanId = plan.Id, Pathway = "accommodation", What = "Enrol at college", Position = 1, Who = "young_person", Parents = "not_needed" });
        db.Add(new PersonAround { PersonId = person, Kind = "carer", Name = "Bea Elm", Relation = "Aunt Bea", FromOn = Day("2010-01-01") });
        await db.SaveChangesAsync();
        return (person, kase.Id);
    }

    /// <summary>The pathway's page takes the name that was typed for the agency of that name, and saving it binds the action.</summary>
    private static async Task ChooseAgencyAsync(TestApp app, Guid person)
    {
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/plan/pathway?pathway=accommodation";
        var page = await worker.GetAsync(path);
        page.Page.QuerySelector("select option[selected][value*='-']")!.TextContent.ShouldBe("Aire Homes");
        (await worker.SendAgainAsync(page, path, ("Actions[0].Partner", "Somebody else"))).Status.ShouldBe(400, "an agency and a name");
        (await worker.SendAgainAsync(page, path, ("Actions[0].Agency", Guid.CreateVersion7().ToString()))).Status.ShouldBe(400, "no agency of the scheme's");
        (await worker.SendAgainAsync(page, path)).Status.ShouldBe(302);
        await using var db = app.Context();
        var bound = await db.Set<PlanActionRow>().Where(a => a.PartnerId != null).OrderByDescending(a => a.Id).FirstAsync();
        bound.Partner.ShouldBe("Aire Homes", "still to be read by its name");

        // A change to an agreed plan begins a version; it counts once both have agreed to it.
        var plan = await db.Set<PlanRow>().SingleAsync(p => p.Id == bound.PlanId);
        (plan.PersonAnswer, plan.YotOn) = ("agrees", Day("2010-03-09"));
        await db.SaveChangesAsync();
    }
}
