using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Contacts;

/// <summary>What is planned, where it stands in the diary, and how one press says how it went.</summary>
public sealed class DiaryTests
{
    private const string Worker = "Priya Shah";

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_series_is_planned_stands_week_by_week_and_its_place_stands_alone(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", Worker);

        var sent = await worker.FillAsync(
            $"/young-people/{person}/contacts/plan",
            [("Kind", "appointment"), ("Time", "2pm"), ("Minutes", "45"), ("Place", "Library, room 2"), ("Every", "1"), .. Day("On", "2010-05-06"), .. Day("Until", "2010-06-03")]
        );

        (sent.Status, sent.Location).ShouldBe((302, "/diary?week=2010-05-06"), sent.Body);
        await using var db = app.Context();
        (await db.Contacts.OrderBy(c => c.HeldAt).Select(c => c.HeldAt).ToListAsync()).ShouldBe([.. new[] { 6, 13, 20, 27 }.Select(d => new DateTime(2010, 5, d, 14, 0, 0)), new(2010, 6, 3, 14, 0, 0)]);
        (await db.Set<ContactPlan>().Select(p => p.SeriesId).Distinct().CountAsync()).ShouldBe(1);
        (await db.Set<ContactPlace>().CountAsync()).ShouldBe(5);
        (await db.History.SingleAsync(h => h.PersonId == person)).Data.ShouldNotContain("Library");
        foreach (var week in new[] { "2010-05-03", "2010-05-27", "2010-06-06" })
        {
            (await worker.GetAsync($"/diary?week={week}")).Texts(".tg-row").Single().ShouldSatisfyAllConditions(r => r.ShouldContain("Where?"), r => r.ShouldNotContain("Library"));
        }

        (await worker.GetAsync("/diary?week=2010-06-07")).Texts(".tg-row").ShouldBeEmpty();
        (await app.SignInAsync(RoleTable.Worker, "leeds", "Somebody Else")).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_press_says_how_it_went_and_after_a_missed_one_an_attempt_is_suggested_and_counted(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 6, 9, 0, 0, TimeSpan.Zero));
        var person = await SavedAsync(app, AContact("2010-05-06 14:00").Ended("planned"), AContact("2010-05-01"), AContact("2010-05-04").Ended("missed"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", Worker);
        var diary = await worker.GetAsync("/diary");
        diary.Texts("form[aria-label] button").ShouldBe(["Attended", "Missed", "Cancelled"]);
        var form = Press(diary, "missed");

        var sent = await worker.PostAsync("/diary", form);

        sent.Status.ShouldBe(302, sent.Body);
        var after = await worker.GetAsync(sent.Location!);
        after.Texts(".govuk-inset-text").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("2 contacts missed"), t => t.ShouldContain("0 attempts to re-engage"));
        after.Page.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href")!.Contains("kind=re_engagement", StringComparison.Ordinal));
        await using var db = app.Context();
        (await db.Contacts.SingleAsync(c => c.HeldAt == new DateTime(2010, 5, 6, 14, 0, 0))).Outcome.ShouldBe("missed");
        (await db.History.SingleAsync(h => h.PersonId == person)).Kind.ShouldBe("contact_settled");
        form["tg-once"] = Guid.CreateVersion7().ToString("N");
        (await worker.PostAsync("/diary", form)).Status.ShouldBe(409);
    }

    [Fact]
    public async Task What_is_to_come_is_only_cancelled_and_another_scheme_s_is_not_found()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        await SavedAsync(app, AContact("2010-05-06 14:00").Ended("planned"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", Worker);
        var diary = await worker.GetAsync("/diary");
        diary.Texts("form[aria-label] button").ShouldBe(["Cancelled"]);
        (await worker.PostAsync("/diary", Press(diary, "attended"))).Status.ShouldBe(400);
        (await worker.PostAsync("/diary", Press(diary, "planned"))).Status.ShouldBe(400);

        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff", "Nobody");
        var stolen = Press(diary, "cancelled_by_service");
        stolen["__RequestVerificationToken"] = (await cardiff.GetAsync("/diary/calendar")).MainForm()["__RequestVerificationToken"];
        (await cardiff.PostAsync("/diary", stolen)).Status.ShouldBe(404);
        (await cardiff.GetAsync("/diary?who=team&week=2010-05-06")).Texts(".tg-row").ShouldBeEmpty();

        (await worker.PostAsync("/diary", Press(diary, "cancelled_by_service"))).Status.ShouldBe(302);
    }

    [Fact, Trait("rule", "REL-12")]
    public async Task A_visit_in_protected_education_is_warned_of_and_can_be_planned_all_the_same()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var person = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", Worker);
        var path = $"/young-people/{person}/contacts/plan";

        var warned = await worker.FillAsync(path, [("Kind", "custody_visit"), ("Time", "10:00"), .. Day("On", "2010-05-06")]);

        warned.Status.ShouldBe(200);
        warned.Texts(".govuk-warning-text").Single().ShouldContain("09:00–12:00");
        await using (var db = app.Context())
        {
            (await db.Contacts.AnyAsync()).ShouldBeFalse();
        }

        (await worker.SendAgainAsync(warned, path, ("Time", "10:30"))).Texts(".govuk-warning-text").Count.ShouldBe(1);
        (await worker.SendAgainAsync(warned, path)).Status.ShouldBe(302);

        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.FillAsync("/settings/establishments", ("Establishment", "wetherby"), ("Sessions", "9-25"), ("Reason", ""))).Texts(".govuk-error-summary li").Count.ShouldBe(2);
        (await manager.FillAsync("/settings/establishments", ("Establishment", "wetherby"), ("Sessions", "13:00-15:00"), ("Reason", "Their letter of 1 May."))).Status.ShouldBe(302);
        (await worker.FillAsync(path, [("Kind", "custody_visit"), ("Time", "11:00"), .. Day("On", "2010-05-07")])).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}/contacts/sheet")).Texts(".govuk-summary-list").Single().ShouldSatisfyAllConditions(t => t.ShouldContain("Thu 6 May 2010"), t => t.ShouldContain("13:00–15:00"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_worker_s_own_calendar_reads_initials_kinds_and_times_by_a_secret_that_can_be_renewed(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var person = await SavedAsync(app, AContact("2010-05-06 14:00").Ended("planned"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", Worker);
        (await worker.FillAsync($"/young-people/{person}/contacts/plan", [("Kind", "custody_visit"), ("Time", "17:00"), ("Place", "12 Secret Street"), .. Day("On", "2010-05-07")])).Status.ShouldBe(302);
        var made = await worker.FillAsync("/diary/calendar");
        var address = new Uri(made.Texts("code").Single()).AbsolutePath;

        var calendar = await app.Browser().GetAsync(address);

        calendar.Status.ShouldBe(200);
        calendar.Header("Content-Type").ShouldStartWith("text/calendar");
        calendar.Body.ShouldSatisfyAllConditions(
            t => t.ShouldContain("SUMMARY:J.E.: Appointment"),
            t => t.ShouldContain("DTSTART:20100506T130000Z"),
            t => t.ShouldContain("DTSTART:20100507T160000Z"),
            t => t.ShouldNotContain("Evans"),
            t => t.ShouldNotContain("Secret"));
        (await app.LogAsync()).ShouldContain(r => r.Action.Contains("/calendar/", StringComparison.Ordinal) && r.Outcome == "exported" && r.People.Contains(person.ToString()));
        (await worker.GetAsync("/diary/calendar")).Body.ShouldNotContain(address);
        await using (var db = app.Context())
        {
            var secret = address["/calendar/".Length..^".ics".Length];
            (await db.AccessLog.Select(r => r.Detail).ToListAsync()).Where(d => d.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        }

        (await worker.FillAsync("/diary/calendar")).Status.ShouldBe(200);
        (await app.Browser().GetAsync(address)).Status.ShouldBe(404);
    }

    private static Dictionary<string, string> Press(TestAnswer diary, string outcome)
    {
        var form = diary.Page.QuerySelector("form[aria-label]")!.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        form["outcome"] = outcome;
        return form;
    }

    private static async Task<Guid> SavedAsync(TestApp app, params Build.Lives.ContactBuilder[] contacts) =>
        await AYoungPerson().With(ADto("2010-03-01").HeldAt("wetherby").With(ACase().AllocatedTo(Worker, "2010-03-01").With(contacts))).SaveAsync(app);
}
