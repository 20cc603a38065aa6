using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Education;

/// <summary>The grid of weeks: entered, filled as the week before, corrected, and never over somebody else's entry.</summary>
public sealed class RecordWeeksTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    private const string Until = "until=2010-06-23";

    [Theory, MemberData(nameof(Both))]
    public async Task Weeks_are_entered_in_one_go_and_filled_as_the_week_before(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AWeek("2010-06-07", 12));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/education/record?{Until}";

        // Lines: 21 June, 14 June, 7 June (recorded), ...
        var sent = await worker.FillAsync(path, [("Lines[1].Same", "true"), ("Lines[0].Offered", "20"), ("Lines[0].Hours", "8,5"), ("Lines[0].Provision", "training")]);

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}#education"), sent.Body);
        await using var db = app.Context();
        (await db.EteWeeks.OrderBy(w => w.WeekOn).ToListAsync()).Select(w => (w.WeekOn.Day, w.HoursOffered, w.Hours, w.Provision, w.Version))
            .ShouldBe([(7, (decimal?)null, 12m, "college", 1), (14, null, 12m, "college", 1), (21, 20m, 8.5m, "training", 1)]);
        (await db.History.CountAsync(h => h.Kind == "week_recorded")).ShouldBe(2);
        var shown = await worker.GetAsync($"/young-people/{person}");
        shown.Texts("#education tbody tr")[0].ShouldContain("20");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_week_is_corrected_and_what_did_not_change_stays_imported(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AWeek("2010-06-07", 12), AWeek("2010-06-14", 10));
        await using (var before = app.Context())
        {
            await before.EteWeeks.ExecuteUpdateAsync(set => set.SetProperty(w => w.Origin, Origins.Imported));
        }

        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync($"/young-people/{person}/education/record?{Until}", [("Lines[1].Hours", ""), ("Lines[1].Unable", "illness")])).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.EteWeeks.OrderBy(w => w.WeekOn).ToListAsync()).Select(w => (w.Hours, w.UnableReason, w.Origin, w.Version))
            .ShouldBe([(12m, null, Origins.Imported, 1), (0m, "illness", Origins.Recorded, 2)]);
        (await db.History.SingleAsync(h => h.PersonId == person)).Kind.ShouldBe("week_corrected");
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_its_field_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/education/record?{Until}";

        var sent = await worker.FillAsync(path, [("Lines[0].Hours", "61"), ("Lines[1].Offered", "many"), ("Lines[2].Provision", "college"), ("Lines[7].Same", "true")]);

        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(5);
        sent.MainForm()["Lines[1].Offered"].ShouldBe("many");
        var form = (await worker.GetAsync(path)).MainForm();
        (form["Lines[0].Week"], form["Lines[0].Hours"]) = ("2010-07-05", "3");
        (await worker.PostAsync(path, form)).Status.ShouldBe(400);
        await using var db = app.Context();
        (await db.EteWeeks.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task One_more_place_in_a_week_adds_up()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app, AWeek("2010-06-14", 12));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/education/record?{Until}";
        var more = await worker.FillAsync(path, [("More", "2010-06-14"), ("Lines[0].Hours", "7")]);
        (more.Status, more.MainForm()["Lines[0].Hours"]).ShouldBe((200, "7"));

        (await worker.SendAgainAsync(more, path, ("Lines[2].Hours", "4"), ("Lines[2].Provision", "employment"))).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.EteWeeks.Where(w => w.WeekOn == new DateOnly(2010, 6, 14)).SumAsync(w => (double)w.Hours)).ShouldBe(16);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_people_who_enter_the_same_week_see_both(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var person = await SavedAsync(app, AWeek("2010-06-14", 12));
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/young-people/{person}/education/record?{Until}";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, [("Lines[0].Hours", "5"), ("Lines[1].Hours", "6")])).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, ("Lines[0].Hours", "9"), ("Lines[1].Hours", "8"));

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").Count.ShouldBe(2);
        late.MainForm().Where(f => f.Key.EndsWith(".Hours", StringComparison.Ordinal)).Select(f => f.Value).ShouldBe(["9", "5", "8", "", "", "", "", "", ""]);
        await using var db = app.Context();
        (await db.EteWeeks.OrderBy(w => w.WeekOn).ToListAsync()).Select(w => w.Hours).ShouldBe([6m, 5m]);
    }

    [Fact]
    public async Task Nobody_records_weeks_of_another_scheme_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var person = await SavedAsync(app);
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        (await cardiff.GetAsync($"/young-people/{person}/education/record")).Status.ShouldBe(404);
    }

    private static Task<Guid> SavedAsync(TestApp app, params Build.Lives.EteBuilder[] weeks) =>
        AYoungPerson().Living("leeds").With(ADto("2010-03-01").With(ACase("leeds").With(weeks))).SaveAsync(app);
}
