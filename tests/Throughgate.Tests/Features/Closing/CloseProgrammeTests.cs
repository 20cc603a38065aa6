using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Closing;

[Trait("rule", "OPN-5")]
public sealed class CloseProgrammeTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_missing_is_named_gathered_and_then_the_programme_closes_and_opens_again(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, path) = await SavedAsync(app, AnAsset("2010-09-01", "programme_end"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync(path);
        page.Texts("#missing").Single().ShouldBe("4 things are missing");

        var refused = await CloseAsync(worker, path, page, "no_longer_helps");
        (refused.Status, refused.Texts(".govuk-error-summary li").Single()).ShouldBe((400, "It cannot close yet: see what is missing above"));

        (await worker.FillAsync(path, ("YotView", "Agreed"), ("OwnView", "I can do this"), ("ServicesThatGoOn", "Mentor"), ("TookPart", "true"))).Status.ShouldBe(302);
        var ready = await worker.GetAsync(path);
        ready.Texts("#missing").Single().ShouldBe("Nothing is missing");
        (await CloseAsync(worker, path, ready, "no_longer_helps")).Status.ShouldBe(302);
        await using (var db = app.Context())
        {
            (await db.Cases.SingleAsync()).ShouldSatisfyAllConditions(c => c.ClosedOn.ShouldBe(Day("2010-09-15")), c => c.ClosingReason.ShouldBe("no_longer_helps"));
        }

        (await worker.SendAgainAsync(await worker.GetAsync(path), path + "?handler=Reopen", ("Why", ""))).Status.ShouldBe(400);
        (await worker.SendAgainAsync(await worker.GetAsync(path), path + "?handler=Reopen", ("Why", "He came back"))).Status.ShouldBe(302);
        var history = (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single();
        history.ShouldContain("He came back");
        history.ShouldContain("The programme was closed on 15 September 2010");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_gather_at_once_see_both_versions(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (_, path) = await SavedAsync(app, AnAsset("2010-09-01", "programme_end"));
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.CaseManager, "leeds"));
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, ("YotView", "Agreed"))).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("YotView", "Not yet"));

        (late.Status, late.Texts(".govuk-error-summary tbody tr").Single().Contains("Agreed", StringComparison.Ordinal)).ShouldBe((409, true));
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
    }

    [Fact]
    [Trait("rule", "OPN-7")]
    public async Task The_decision_at_the_end_of_the_order_ends_the_duty()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, _) = await SavedAsync(app, AnAsset("2010-09-01", "start"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{person}")).Page.QuerySelector("#OPN-7").ShouldNotBeNull();
        var path = $"/young-people/{person}/decide/order-end";
        (await worker.FillAsync(path, ("WhoCarriesOn", ""))).Status.ShouldBe(400);

        (await worker.FillAsync(path, ("By", "R. Hale"), ("WhoCarriesOn", "Priya Shah, resettlement"))).Status.ShouldBe(302);

        (await worker.GetAsync($"/young-people/{person}")).Texts("#due > .tg-duties .tg-duty__what").ShouldNotContain(t => t.Contains("when the order ends", StringComparison.Ordinal));
        (await worker.GetAsync($"/young-people/{person}/decide/whatever")).Status.ShouldBe(404);
    }

    private static async Task<TestAnswer> CloseAsync(TestBrowser worker, string path, TestAnswer page, string reason)
    {
        var form = page.Form($"{path}?handler=Close");
        form["Reason"] = reason;
        return await worker.PostAsync($"{path}?handler=Close", form);
    }

    private static async Task<(Guid Person, string Path)> SavedAsync(TestApp app, Build.Lives.ICaseRow asset)
    {
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 9, 0, 0, TimeSpan.Zero));
        var sentence = ADto("2010-03-01").ReleasedOn("2010-06-01").EndsOn("2010-09-20").With(ACase().AgreedOn("2010-03-15").With(asset));
        var person = await AYoungPerson().Living("leeds").With(sentence).SaveAsync(app);
        return (person, $"/young-people/{person}/close");
    }
}
