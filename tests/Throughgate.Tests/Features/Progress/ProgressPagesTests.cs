using Throughgate.Domain.Figures.Progress;
using Throughgate.Tests.Build;
using Throughgate.Web;
using Throughgate.Web.Access;

namespace Throughgate.Tests.Features.Progress;

/// <summary>PER-3: progress is called to a review, and what is agreed there is followed until it is done.</summary>
[Trait("rule", "PER-3")]
public sealed class ProgressPagesTests
{
    [Theory]
    [InlineData("2010-06-09", null, ActionIs.Open)]
    [InlineData("2010-06-10", null, ActionIs.Due)]
    [InlineData("2010-06-17", null, ActionIs.Due)]
    [InlineData("2010-06-18", null, ActionIs.Overdue)]
    [InlineData("2010-07-01", "2010-06-17", ActionIs.Done)]
    [InlineData("2010-07-01", "2010-06-18", ActionIs.DoneLate)]
    public void An_action_stands_on_Today_from_a_week_before_its_day(string today, string? done, ActionIs expected) =>
        ActionTracked.On(new(2010, 6, 17), done is null ? null : ACase.Day(done), ACase.Day(today)).ShouldBe(expected);

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_review_is_called_its_action_stands_on_Today_of_its_owner_and_is_done(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(London.At(new(2010, 6, 1, 10, 0, 0)));
        var (manager, worker) = (await app.SignInAsync(RoleTable.Manager, "leeds"), await app.SignInAsync(RoleTable.Worker, "leeds"));
        (await manager.GetAsync("/figures/reviews")).Texts(".tg-empty").ShouldHaveSingleItem().ShouldContain("No review was called yet");
        (string, string?)[] called = [("Measure", "address-14"), ("Why", "One in three had an address in time"), ("Attends", "The board and the housing lead"), .. Forms.Day("HeldOn", "2010-06-10")];
        (await manager.FillAsync("/figures/reviews/call", [.. called, ("Why", "")])).Texts(".govuk-error-summary li").ShouldHaveSingleItem();
        (await manager.FillAsync("/figures/reviews/call", [.. called, ("HeldOn-year", "2018")])).Status.ShouldBe(400);
        var at = (await manager.FillAsync("/figures/reviews/call", called)).Location!;
        (await manager.FillAsync(at, ("What", "A desk on the wing"), ("Owner", Guid.CreateVersion7().ToString()))).Status.ShouldBe(400);
        (await manager.FillAsync(at, [("What", "A desk on the wing"), ("Owner", worker.Account.Id.ToString()), .. Forms.Day("DueOn", "2010-06-17")])).Status.ShouldBe(302);

        (await worker.GetAsync("/today")).Texts("#progress").ShouldBeEmpty("more than a week ahead");
        (await worker.GetAsync("/figures/reviews/call")).Status.ShouldBe(404);
        app.Clock.Set(London.At(new(2010, 6, 18, 10, 0, 0)));
        (worker, manager) = (await app.SignInAsync(worker), await app.SignInAsync(manager));
        (await worker.GetAsync("/today")).Texts("#progress").ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.ShouldContain("A desk on the wing"), t => t.ShouldContain("was due"));
        (await manager.GetAsync("/today")).Texts("#progress").ShouldBeEmpty("another's");
        (await manager.GetAsync("/figures/reviews")).Texts(".tg-row").ShouldHaveSingleItem().ShouldContain("1 overdue");
        var other = await app.SignInAsync(RoleTable.Manager, "cardiff");
        (await other.GetAsync(at)).Status.ShouldBe(404);
        (await other.GetAsync("/figures/reviews")).Texts(".tg-row").ShouldBeEmpty();
        var analyst = await app.SignInAsync(RoleTable.NationalAnalyst);
        (await analyst.GetAsync("/figures/reviews")).Texts(".tg-row").ShouldHaveSingleItem().ShouldContain("Leeds");
        (await analyst.FillAsync("/figures/reviews/call", [.. called, ("Scheme", "cardiff"), ("Measure", ""), .. Forms.Day("HeldOn", "2010-06-30")])).Status.ShouldBe(302);
        (await other.GetAsync("/figures/reviews")).Texts(".tg-row").ShouldHaveSingleItem().ShouldContain("No action is agreed yet");

        var page = await worker.GetAsync(at);
        page.Page.QuerySelector("#add").ShouldBeNull();
        (await worker.PostAsync($"{at}?handler=Done", page.MainForm())).Status.ShouldBe(302);
        (await worker.GetAsync("/today")).Texts("#progress").ShouldBeEmpty();
        (await manager.GetAsync(at)).Texts("#actions .tg-row").ShouldHaveSingleItem().ShouldContain("Done late");
        (await worker.GetAsync(at)).Page.QuerySelector("main form").ShouldBeNull("it is done already");
        (await manager.GetAsync("/figures/performance/address-14")).Page.QuerySelector("a[href='/figures/reviews/call?measure=address-14']").ShouldNotBeNull();
        (await manager.GetAsync("/figures/reviews/call?measure=address-14")).MainForm()["Measure"].ShouldBe("address-14");
    }
}
