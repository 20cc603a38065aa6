using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Gaps;

/// <summary>GOV-9 over HTTP: needs by pathway from the newest plans of open programmes, each number with its people, only of one's own scheme.</summary>
[Trait("rule", "GOV-9")]
public sealed class GapsPageTests
{
    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Needs_are_counted_from_plans_and_open_their_people(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync("/figures/gaps")).Texts(".tg-empty").ShouldHaveSingleItem().ShouldContain("No plan was written here yet");

        var amy = await AYoungPerson().Named("Amy", "Needing").Living("leeds").With(ADto("2010-01-05").With(ACase().ReferredOn("2010-01-06"))).SaveAsync(app);
        var ben = await AYoungPerson().Named("Ben", "Served").Living("leeds").With(ADto("2010-01-05").With(ACase().ReferredOn("2010-01-06"))).SaveAsync(app);
        var closed = await AYoungPerson().Named("Cai", "Closed").Living("leeds").With(ADto("2010-01-05").With(ACase().ReferredOn("2010-01-06").ClosedOn("2010-02-01"))).SaveAsync(app);
        var elsewhere = await AYoungPerson().Named("Dee", "Elsewhere").Living("cardiff").With(ADto("2010-01-05").With(ACase("cardiff").ReferredOn("2010-01-06"))).SaveAsync(app);
        foreach (var (person, kind, resource) in new[] { (amy, "gap", null), (ben, "service", "City College"), (closed, "gap", null), (elsewhere, "gap", (string?)null) })
        {
            await using var db = app.Context();
            var kase = db.Cases.Single(c => c.PersonId == person).Id;
            // An older version says something else: only the newest counts.
            Write(db, kase, 1, "service", "Old Mill");
            Write(db, kase, 2, kind, resource);
            await db.SaveChangesAsync();
        }

        var page = await worker.GetAsync("/figures/gaps");
        page.Texts("#sum").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("2 of 2 open programmes"), t => t.ShouldContain("Education, training and employment"));
        var row = page.Page.QuerySelectorAll("#needs tbody tr").Single(r => r.TextContent.Contains("Education", StringComparison.Ordinal));
        row.QuerySelectorAll("td").Select(d => d.TextContent.Trim().Split(':')[0]).ShouldBe(["2 of 2", "0", "1", "0", "1"]);
        page.Page.QuerySelectorAll("#needs tbody tr").Count(r => r.TextContent.Contains("Not recorded yet", StringComparison.Ordinal)).ShouldBe(6);
        var opened = await worker.GetAsync(row.QuerySelectorAll("td a")[^1].GetAttribute("href")!.Split('#')[0]);
        opened.Texts("#who + ul .tg-row__who").ShouldBe(["Amy Needing"]);
        opened.Texts("#services tbody th").ShouldBe(["City College"]);
        opened.Body.ShouldNotContain("Old Mill");
        opened.Page.Body!.TextContent.ShouldNotContain("Dee Elsewhere");
        (await worker.GetAsync("/figures/gaps?pathway=nonsense")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.BoardMember, "leeds")).GetAsync("/figures/gaps")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.Manager, "cardiff")).GetAsync("/figures/gaps?pathway=ete&state=Gap")).Texts("#who + ul .tg-row__who").ShouldBe(["Dee Elsewhere"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    [Trait("rule", "INF-6")]
    public async Task A_consortium_reads_rounded_counts_of_its_schemes_on_the_last_day_of_the_month_before_and_no_name(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 3, 20, 12, 0, 0, TimeSpan.Zero));
        var project = await app.SignInAsync(RoleTable.ConsortiumManager, "leeds");
        (await project.GetAsync("/figures/gaps/together")).Texts("#sum").Single().ShouldContain("Nobody had a plan here");
        for (var i = 0; i < 19; i++)
        {
            var scheme = i == 18 ? "cardiff" : "leeds";
            var person = await AYoungPerson().Named("Kai", "Planned").Living(scheme).With(ADto("2010-01-05").With(ACase(scheme).ReferredOn("2010-01-06"))).SaveAsync(app);
            await using var db = app.Context();
            var kase = db.Cases.Single(c => c.PersonId == person).Id;
            Write(db, kase, 1, i < 7 ? "gap" : i < 12 ? "waiting" : "service", i < 12 ? null : "City College", new(2010, 2, 10));
            await db.SaveChangesAsync();
        }

        var page = await project.GetAsync("/figures/gaps/together");
        page.Texts("h1").Single().ShouldEndWith("28 February 2010");
        page.Texts("#sum").Single().ShouldContain("About 20 young people");
        Row(page, "Education").ShouldBe(["20", "5", "10", "5"], "18 of Leeds: 6 named, 12 unmet, of them 7 gaps; Cardiff is no part of it");
        Row(page, "Health").ShouldBe(["Not recorded yet"]);
        page.Body.ShouldNotContain("Planned");
        page.Body.ShouldNotContain("City College");
        page.Body.ShouldNotContain("/young-people/");
        (await (await app.SignInAsync(RoleTable.Manager, "leeds")).GetAsync("/figures/gaps/together")).Texts("#needs")[0].ShouldBe(page.Texts("#needs")[0], "the same for all who read it");
        (await project.GetAsync("/figures/gaps/together?of=nonsense")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.BoardMember, "leeds")).GetAsync("/figures/gaps/together")).Status.ShouldBe(404);
        (await (await app.SignInAsync(RoleTable.Manager, "cardiff")).GetAsync("/figures/gaps/together")).Texts("#sum").Single().ShouldContain("Fewer than 5");

        // A plan begun in the running month is not yet in it.
        app.Clock.Set(new(2010, 2, 20, 12, 0, 0, TimeSpan.Zero));
        (await project.GetAsync("/figures/gaps/together")).Texts("#sum").Single().ShouldContain("Nobody had a plan here");
    }

    private static IReadOnlyList<string> Row(TestAnswer page, string pathway) =>
        [.. page.Page.QuerySelectorAll("#needs tbody tr").Single(r => r.TextContent.Contains(pathway, StringComparison.Ordinal)).QuerySelectorAll("td").Select(d => d.TextContent.Trim())];

    private static void Write(Db db, Guid kase, int number, string kind, string? resource, DateOnly? begun = null)
    {
        var plan = new PlanRow { CaseId = kase, Number = number, BegunOn = begun ?? new(2010, 1, 10), Author = "Priya Shah" };
        db.Add(plan);
        db.Add(new PlanPathwayRow { CaseId = kase, PlanId = plan.Id, Pathway = "ete", Need = "No school", Goal = "Bricklaying", ResourceKind = kind, Resource = resource });
    }
}
