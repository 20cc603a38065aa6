using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Settings;

/// <summary>A scheme says from which day on it records here, and pages say of what was due before: not recorded then.</summary>
public sealed class SetFirstDayTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_due_before_the_day_is_not_asked_for_and_said_to_be_not_recorded(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 9, 0, 0, TimeSpan.Zero));
        var person = await AYoungPerson().Living("leeds").With(ADto("2010-05-03").HeldAt("wetherby").ExpectedOn("2010-09-30").EndsOn("2011-01-30").With(ACase())).SaveAsync(app);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var before = await manager.GetAsync($"/young-people/{person}");
        (before.Page.QuerySelector("#REL-5") is null, before.Page.QuerySelector("#not-recorded-then") is null).ShouldBe((false, true));

        (await manager.FillAsync("/settings/first-day", [.. Day("First", "2010-09-01"), ("Reason", "We came over from the old system.")])).Status.ShouldBe(302);

        var after = await manager.GetAsync($"/young-people/{person}");
        after.Page.QuerySelector("#REL-5").ShouldBeNull();
        after.Page.QuerySelector("#not-recorded-then")!.TextContent.ShouldContain("1 September 2010");
        (await manager.GetAsync("/release")).Body.ShouldContain("Not recorded then");
        (await manager.GetAsync("/settings")).Body.ShouldContain("We came over from the old system.");

        (await manager.FillAsync("/settings/first-day", [.. Day("First", "2010-08-01"), ("Reason", "The first of August, in truth.")])).Status.ShouldBe(302);
        (await manager.GetAsync($"/young-people/{person}")).Page.QuerySelector("#REL-5").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_day_to_come_and_no_reason_are_said_and_nothing_is_saved()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");

        var sent = await manager.FillAsync("/settings/first-day", [.. Day("First", "2190-01-01"), ("Reason", "")]);

        (sent.Status, sent.Texts(".govuk-error-summary li").Count).ShouldBe((400, 2));
        await using var db = app.Context();
        db.SchemeFigures.ShouldBeEmpty();
    }
}
