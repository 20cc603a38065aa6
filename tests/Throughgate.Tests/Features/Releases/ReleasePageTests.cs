using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Releases;

/// <summary>What is made ready for a release: answered from its page and from the board, by one row an item, and never over somebody else's answer.</summary>
public sealed class ReleasePageTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "REL-6")]
    public async Task An_item_answered_stands_on_the_list_on_the_board_and_in_history(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{person}/release")).Texts("#list-title").Single().ShouldBe("Ready to leave: 0 of 8");
        var board = await worker.GetAsync("/release");
        var cell = board.Page.QuerySelector("a[href*='/release/items/bank_account']")!;
        cell.TextContent.ShouldBe("Not started");

        var sent = await worker.FillAsync(cell.GetAttribute("href")!, [("State", "booked"), ("ByWhom", "Priya Shah"), .. Day("ForOn", Today(20))]);

        (sent.Status, sent.Location).ShouldBe((302, "/release"), sent.Body);
        (await worker.GetAsync("/release")).Page.QuerySelector("a[href*='/release/items/bank_account']")!.TextContent.ShouldBe("Booked");
        var page = await worker.GetAsync($"/young-people/{person}/release");
        page.Texts("#list tbody tr")[2].ShouldContain("Priya Shah");
        await using var db = app.Context();
        (await db.Set<Throughgate.Web.Data.Rows.ReleaseItemRow>().SingleAsync()).Version.ShouldBe(1);
        (await db.History.SingleAsync(h => h.PersonId == person)).Kind.ShouldBe("release_item_answered");
        (await worker.FillAsync($"/young-people/{person}/release/items/bank_account", ("State", "done"))).Location.ShouldBe($"/young-people/{person}/release");
        (await worker.GetAsync($"/young-people/{person}/release")).Texts("#list-title").Single().ShouldBe("Ready to leave: 1 of 8");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Release, Bank account: Done");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_is_said_in_its_field(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/release/items/";
        (await worker.FillAsync(path + "who_meets", ("State", "done"))).Page.QuerySelector("#ByWhom-error").ShouldNotBeNull();
        (await worker.FillAsync(path + "who_meets", ("State", "not_needed"), ("Note", "Nobody"))).Page.QuerySelector("#State-error").ShouldNotBeNull();
        (await worker.FillAsync(path + "clothes", ("State", "not_needed"))).Page.QuerySelector("#Note-error").ShouldNotBeNull();
        (await worker.FillAsync(path + "ete_place", ("State", "done"))).Page.QuerySelector("#ForOn-error").ShouldNotBeNull();
        (await worker.FillAsync(path + "clothes", [("State", "lost"), .. Day("On", "2090-01-01")])).Status.ShouldBe(400);
        (await worker.GetAsync(path + "passport")).Status.ShouldBe(404);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        foreach (var page in new[] { "", "/items/clothes", "/told/education_asked", "/feedback/month_1", "/weeks", "/temporary" })
        {
            (await cardiff.GetAsync($"/young-people/{person}/release{page}")).Status.ShouldBe(404, page);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_answer_the_same_item_see_both(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/young-people/{person}/release/items/benefits_claim";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, ("State", "booked"))).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("State", "done"));

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").Count.ShouldBe(1);
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Set<Throughgate.Web.Data.Rows.ReleaseItemRow>().SingleAsync()).ShouldSatisfyAllConditions(i => i.State.ShouldBe("done"), i => i.Version.ShouldBe(2));
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "REL-11")]
    public async Task A_temporary_release_goes_from_request_to_outcome(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/release/temporary";
        (await worker.FillAsync(path, ("Purpose", "taster"), ("Decision", "agreed"))).Texts(".govuk-error-summary li").Count.ShouldBe(2);
        (await worker.FillAsync(path, ("Purpose", "taster"))).Status.ShouldBe(302);
        await using var db = app.Context();
        var row = await db.Set<Throughgate.Web.Data.Rows.TemporaryReleaseRow>().AsNoTracking().SingleAsync();

        var decided = await worker.FillAsync($"{path}/{row.Id}", [("Decision", "refused"), ("Reason", "No escort that day"), .. Day("DecidedOn", Today())]);

        decided.Status.ShouldBe(302, decided.Body);
        (await worker.GetAsync($"/young-people/{person}/release")).Texts("#temporary").Single().ShouldContain("No escort that day");
        (await worker.FillAsync($"/young-people/{person}/void/temporary/{row.Id}", ("Reason", "Wrong boy"))).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}/release")).Texts("#temporary").Single().ShouldContain("None was asked for");
    }

    [Theory, MemberData(nameof(Both))]
    [Trait("rule", "REL-9")]
    public async Task After_release_feedback_weekends_and_what_was_told_are_recorded(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, released: Today(-40));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/release";
        (await worker.FillAsync(path + "/feedback/month_1")).Status.ShouldBe(400);
        (await worker.FillAsync(path + "/feedback/month_1", ("Answers[0]", "3"), ("Answers[4]", "1"), ("OwnWords", "More football"))).Location.ShouldBe(path + "#feedback");
        (await worker.FillAsync(path + "/weeks", ("TakenUp[0]", "yes"))).Status.ShouldBe(400);
        (await worker.FillAsync(path + "/weeks", ("Offered[0]", "yes"), ("TakenUp[0]", "no"), ("Offered[2]", "no"))).Location.ShouldBe(path + "#weeks");
        (await worker.FillAsync(path + "/told/progress_fed_back", ("WithWhom", "Ms Hale, HMYOI Wetherby"), ("Note", "Goes to college"))).Location.ShouldBe(path + "#exchanges");
        (await worker.FillAsync(path + "/told/progress_fed_back", Day("On", "2090-01-01"))).Status.ShouldBe(400);

        var page = await worker.GetAsync(path);
        page.Texts("#feedback li")[0].ShouldContain("answered");
        page.Texts("#weeks tbody tr:first-child td").Skip(3).ShouldBe(["Yes", "No"]);
        page.Texts("#exchanges").Single().ShouldContain("Ms Hale");
        await using var db = app.Context();
        (await db.Set<Throughgate.Web.Data.Rows.FeedbackRow>().SingleAsync()).ShouldSatisfyAllConditions(f => f.Home.ShouldBe(3), f => f.Days.ShouldBeNull(), f => f.Trouble.ShouldBe(1));
        (await db.History.CountAsync(h => h.PersonId == person)).ShouldBe(4);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_scheme_adds_items_and_takes_them_off_again(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync("/settings/release-list")).Status.ShouldBe(404);
        var page = await manager.GetAsync("/settings/release-list");
        var form = page.MainForm();
        form["Name"] = "Library card";
        (await manager.PostAsync("/settings/release-list", form)).Status.ShouldBe(302);
        (await manager.GetAsync($"/young-people/{person}/release")).Texts("#list-title").Single().ShouldBe("Ready to leave: 0 of 9");
        (await manager.GetAsync($"/young-people/{person}/release")).Texts("#list").Single().ShouldContain("Library card");
        (await manager.FillAsync("/settings/release-list")).Status.ShouldBe(302);
        (await manager.GetAsync($"/young-people/{person}/release")).Texts("#list-title").Single().ShouldBe("Ready to leave: 0 of 8");
    }

    private static string Today(int later = 0) => TimeProvider.System.GetUtcNow().AddDays(later).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Guid> SavedAsync(TestApp app, string? released = null)
    {
        var sentence = ADto("2010-03-01").ExpectedOn(released ?? Today(30)).With(ACase("leeds").AgreedOn("2010-04-12"));
        return AYoungPerson().Living("leeds").With(released is null ? sentence : sentence.ReleasedOn(released)).SaveAsync(app);
    }
}
