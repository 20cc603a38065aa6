using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Releases;

/// <summary>After a return to custody the next release is prepared from the start; a move to another establishment calls for a review. Today is 4 May 2010.</summary>
public sealed class ReleaseAgainTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both)), Trait("rule", "REL-6")]
    public async Task What_was_ready_for_the_first_release_is_asked_again_and_stays_on_record(Server server)
    {
        await using var app = await StartAsync(server);
        var first = ADto("2009-11-02").ExpectedOn("2010-03-02").ReleasedOn("2010-03-02").EndsOn("2010-09-01").With(ACase().AgreedOn("2009-12-01"));
        var back = ADto("2010-04-26").ExpectedOn("2010-06-14").EndsOn("2010-09-01").Set(s => s.FollowsId = first.Row.Id);
        var person = await AYoungPerson().With(first, back).SaveAsync(app);
        var kase = first.Cases[0].Row.Id;
        await using var db = app.Context();
        db.AddRange(
            new ReleaseItemRow { CaseId = kase, Item = "who_meets", State = "done", StateOn = new(2010, 2, 10), ByWhom = "Priya Shah" },
            new ReleaseItemRow { CaseId = kase, Item = "clothes", State = "done", StateOn = new(2010, 2, 10) },
            new WeekendRow { CaseId = kase, Week = 1, Offered = true, TakenUp = true }
        );
        await db.SaveChangesAsync();
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/release";
        var page = await worker.GetAsync(path);
        page.Texts("#list-title").Single().ShouldBe("Ready to leave: 0 of 8");
        page.Texts("main").Single().ShouldContain("Expected to leave Mon 14 June 2010");
        page.Texts("#due").Single().ShouldContain("Decide who meets the young person on release");
        page.Texts("#due").Single().ShouldContain("Ask the home YOT for the education background");
        (await worker.GetAsync("/release")).Page.QuerySelector("a[href*='/release/items/clothes']")!.TextContent.ShouldBe("Not started");

        (await worker.FillAsync(path + "/items/clothes", [("State", "done"), .. Day("On", "2010-04-25")])).Texts(".govuk-error-summary li").Single().ShouldContain("before the return to custody");
        (await worker.FillAsync(path + "/items/clothes", [("State", "done"), .. Day("On", "2010-04-27")])).Status.ShouldBe(302);

        (await worker.GetAsync(path)).Texts("#list-title").Single().ShouldBe("Ready to leave: 1 of 8");
        (await db.Set<ReleaseItemRow>().AsNoTracking().Where(i => i.Item == "clothes").OrderBy(i => i.StateOn).Select(i => i.StateOn).ToListAsync())
            .ShouldBe([new DateOnly(2010, 2, 10), new DateOnly(2010, 4, 27)]);
        var row = await db.Sentences.SingleAsync(s => s.FollowsId != null);
        row.ReleasedOn = new(2010, 5, 3);
        await db.SaveChangesAsync();
        (await worker.GetAsync(path)).Texts("#weeks tbody tr:first-child td").Skip(3).ShouldBe(["–", "–"]);
        (await worker.FillAsync(path + "/weeks", ("Offered[0]", "no"))).Status.ShouldBe(302);
        (await worker.GetAsync(path)).Texts("#weeks tbody tr:first-child td").Skip(3).ShouldBe(["No", "–"]);
        (await db.Set<WeekendRow>().CountAsync()).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "PLN-4E")]
    public async Task A_move_calls_for_a_review_that_is_recorded_from_there_and_one_recorded_by_mistake_calls_for_none(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().With(
            ADto("2010-03-01").HeldAt(null).HeldAt("feltham", "2010-03-10").HeldAt("wetherby", "2010-04-28").EndsOn("2011-02-28").With(ACase().AgreedOn("2010-03-20"))
        ).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var asked = (await worker.GetAsync($"/young-people/{person}")).Page.QuerySelectorAll("#due a").Single(a => a.TextContent.Contains("Hold a review after the transfer", StringComparison.Ordinal));
        var form = await worker.GetAsync(asked.GetAttribute("href")!);
        form.Page.QuerySelector("[name=Kind][checked], select[name=Kind] option[selected]")!.GetAttribute("value").ShouldBe("transfer");

        await using var db = app.Context();
        (await db.Placements.SingleAsync(p => p.Establishment == "wetherby")).Voided = true;
        await db.SaveChangesAsync();

        (await worker.GetAsync($"/young-people/{person}")).Body.ShouldNotContain("Hold a review after the transfer");
    }

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        return app;
    }
}
