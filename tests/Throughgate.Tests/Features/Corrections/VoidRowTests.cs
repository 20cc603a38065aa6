using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Plans;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Corrections.Void;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Corrections;

/// <summary>
/// What was recorded by mistake is taken out with a reason, from the page that shows it: what it had met is asked again, and the right one can be recorded in
/// its place. Today is 15 September 2010.
/// </summary>
public sealed class VoidRowTests
{
    public static IEnumerable<TheoryDataRow<Server, string>> Kinds =>
        from server in Enum.GetValues<Server>()
        from kind in new[] { "discussions", "decisions", "items", "feedback", "weekends", "concerns", "needs", "places" }
        select new TheoryDataRow<Server, string>(server, kind);

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_it_met_is_asked_again_and_the_right_one_takes_its_place(Server server, string kind)
    {
        await using var app = await StartAsync(server);
        var person = await PersonAsync(app, kind);
        var worker = await app.SignInAsync(kind == "concerns" ? RoleTable.Manager : RoleTable.Worker, "leeds", "Priya Shah");
        var (page, shown, fields) = Form(person, kind);
        var before = await DutiesAsync(app, person);
        (await worker.GetAsync(shown)).Page.QuerySelector($"a[href*='/void/{kind}/']").ShouldBeNull();
        (await worker.FillAsync(page, fields)).Status.ShouldBe(302);
        (await DutiesAsync(app, person) == before).ShouldBe(kind is "needs" or "places" or "weekends", "a duty is met, or raised, by all but these");
        var link = (await worker.GetAsync(shown)).Page.QuerySelector($"a[href*='/void/{kind}/']").ShouldNotBeNull().GetAttribute("href")!;
        (await worker.GetAsync(link)).Texts("h1").Single().ShouldContain(VoidRow.Called(kind));
        (await worker.FillAsync(link, ("Reason", " "))).Status.ShouldBe(400);
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync(link)).Status.ShouldBe(404);

        (await worker.FillAsync(link, ("Reason", "The wrong young person"))).Status.ShouldBe(302);

        (await DutiesAsync(app, person)).ShouldBe(before);
        (await worker.GetAsync(shown)).Page.QuerySelector($"a[href*='/void/{kind}/']").ShouldBeNull();
        (await worker.GetAsync(link)).Status.ShouldBe(404);
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("The wrong young person");
        (await worker.FillAsync(page, fields)).Status.ShouldBe(302, "the right one");
        (await worker.GetAsync(shown)).Page.QuerySelectorAll($"a[href*='/void/{kind}/']").Length.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_plan_that_was_begun_by_mistake_goes_with_what_the_programme_has_from_it_newest_version_first(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await PersonAsync(app, "plans");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var path = $"/young-people/{person}/plan";
        var before = await DutiesAsync(app, person);
        await AgreedAsync(worker, path);
        (await worker.FillAsync($"{path}/pathway?pathway=health", ("NoNeed", null), ("Goal", "Sleep"))).Status.ShouldBe(302);
        await using var db = app.Context();
        var plans = await db.Set<PlanRow>().AsNoTracking().OrderBy(p => p.Number).ToListAsync();
        plans.Count.ShouldBe(2);
        string Void(PlanRow plan) => $"/young-people/{person}/void/plans/{plan.Id}";
        var first = await worker.GetAsync(Void(plans[0]));
        first.Texts(".govuk-warning-text").Single().ShouldContain("Take out the newest first");
        (await worker.PostAsync(Void(plans[0]), first.Form().Append(new("Reason", "x")).Append(new("Version", "1")).DistinctBy(f => f.Key))).Status.ShouldNotBe(302);
        var newest = (await worker.GetAsync(path)).Page.QuerySelector("a[href*='/void/plans/']").ShouldNotBeNull().GetAttribute("href")!;
        newest.ShouldBe(Void(plans[1]));

        (await worker.FillAsync(newest, ("Reason", "Nobody meant it"))).Status.ShouldBe(302);

        (await worker.GetAsync(path)).Texts("h1").Single().ShouldBe("Plan, version 1");
        (await db.Cases.AsNoTracking().SingleAsync()).PlanAgreedByPersonOn.ShouldNotBeNull();
        (await worker.FillAsync(Void(plans[0]), ("Reason", "The plan of his brother"))).Status.ShouldBe(302);
        (await db.Cases.AsNoTracking().SingleAsync()).ShouldSatisfyAllConditions(c => c.PlanDrawnUpOn.ShouldBeNull(), c => c.PlanAgreedByPersonOn.ShouldBeNull(), c => c.PlanAgreedByYotOn.ShouldBeNull());
        (await DutiesAsync(app, person)).ShouldBe(before);
        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("No plan was begun yet");
        (await db.Set<PlanActionRow>().CountAsync() + await db.Set<PlanPathwayRow>().CountAsync()).ShouldBe(0);
        await AgreedAsync(worker, path);
        (await worker.GetAsync(path)).Texts("h1").Single().ShouldBe("Plan, version 1");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_concern_is_taken_out_by_whoever_answers_it_and_by_nobody_else(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await PersonAsync(app, "concerns");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        (await worker.FillAsync($"/young-people/{person}/concerns", ("Text", "A man waits at the gate."), ("Safeguarding", "yes"))).Status.ShouldBe(302);
        await using var db = app.Context();
        var path = $"/young-people/{person}/void/concerns/{(await db.Set<Concern>().SingleAsync()).Id}";
        (await worker.GetAsync($"/young-people/{person}/concerns")).Page.QuerySelector("a[href*='/void/']").ShouldBeNull();
        var page = await worker.GetAsync(path);
        page.Texts(".govuk-warning-text").Single().ShouldContain("Risk stays with the case manager");
        (await worker.PostAsync(path, page.Form().Append(new("Reason", "x")).Append(new("Version", "1")))).Status.ShouldBe(400);
        (await db.Set<Concern>().CountAsync()).ShouldBe(1);
        (await (await app.SignInAsync(RoleTable.CaseManager, "leeds", "Tom Bevan")).FillAsync(path, ("Reason", "Another young person"))).Status.ShouldBe(302);
        (await db.Set<Concern>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public void Every_kind_has_an_address_of_its_own() => VoidKind.All.Select(k => k.Name).ShouldBeUnique();

    private static (string Page, string Shown, (string, string?)[] Fields) Form(Guid person, string kind)
    {
        var path = $"/young-people/{person}";
        return kind switch
        {
            "discussions" => ($"{path}/people/discussed", $"{path}/people", [("WithWhom", "Duty team"), ("What", "Sundays"), .. Day("On", "2010-09-10")]),
            "decisions" => ($"{path}/decide/order-end", $"{path}/decide/order-end", [("By", "R. Hale"), ("WhoCarriesOn", "Priya Shah")]),
            "items" => ($"{path}/release/items/who_meets", $"{path}/release/items/who_meets", [("State", "done"), ("ByWhom", "Priya Shah")]),
            "feedback" => ($"{path}/release/feedback/month_1", $"{path}/release/feedback/month_1", [("Answers[0]", "3")]),
            "weekends" => ($"{path}/release/weeks", $"{path}/release/weeks", [("Offered[0]", "yes")]),
            "concerns" => ($"{path}/concerns", $"{path}/concerns", [("Text", "A man waits at the gate."), ("Safeguarding", "yes")]),
            "needs" => ($"{path}/needs", $"{path}/needs", [("Substance", "none")]),
            _ => ($"{path}/place", $"{path}/place", []),
        };
    }

    private static Task<Guid> PersonAsync(TestApp app, string kind)
    {
        var kase = ACase().AllocatedTo("Priya Shah", "2010-03-01").AllocatedTo("Tom Bevan", "2010-03-01", "case_manager");
        return AYoungPerson().AParent().With(
            kind == "places" ? AYro("2010-03-01").With(kase)
            : kind == "items" ? ADto("2010-03-01").ExpectedOn("2010-09-24").EndsOn("2011-03-23").With(kase.AgreedOn("2010-03-15"))
            : kind == "plans" ? ADto("2010-08-30").ExpectedOn("2010-12-01").EndsOn("2011-02-28").With(kase.With(AnAsset("2010-09-01")))
            : ADto("2010-03-01").ReleasedOn("2010-08-10").ExpectedOn("2010-08-10").EndsOn("2010-09-20").With(kase.AgreedOn("2010-03-15"))
        ).SaveAsync(app);
    }

    private static async Task AgreedAsync(TestBrowser worker, string path)
    {
        (await worker.FillAsync($"{path}/draw", ("OwnWords", "My own place"), ("Approach", "Short talks"), ("Hours", "2.5"))).Status.ShouldBe(302);
        foreach (var pathway in Pathways.All)
        {
            (await worker.FillAsync($"{path}/pathway?pathway={pathway}", ("NoNeed", "true"))).Status.ShouldBe(302);
        }

        (await worker.FillAsync($"{path}/agree", ("By", "person"), ("Answer", "agrees"))).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/agree", ("By", "yot"))).Status.ShouldBe(302);
    }

    private static async Task<string> DutiesAsync(TestApp app, Guid person)
    {
        await using var connection = await app.Connection.OpenAsync();
        var duties = await connection.DutiesOfAsync(SampleBundle.Calendar, [person], "leeds", new DateOnly(2010, 9, 15));
        return string.Join('\n', duties.Duties.Select(d => $"{d.RuleId} {d.Due:yyyy-MM-dd} {d.State} {d.MetOn:yyyy-MM-dd}").Order(StringComparer.Ordinal));
    }

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 9, 15, 9, 0, 0, TimeSpan.FromHours(1)));
        return app;
    }
}
