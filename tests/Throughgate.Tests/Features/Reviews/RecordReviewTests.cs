using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Reviews;

/// <summary>A review is held, and the next one follows by itself.</summary>
public sealed class RecordReviewTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_review_is_recorded_with_what_was_said_and_the_next_is_shown_at_once(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 6, 10, 12, 0, 0, TimeSpan.Zero));
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.GetAsync($"/young-people/{person}/reviews")).Texts(".tg-row__what")[0].ShouldContain("Tue 15 June 2010, in 5 days");

        var sent = await worker.FillAsync(
            $"/young-people/{person}/reviews/record",
            [("Kind", "quarterly"), ("There", "young_person"), ("Others", "Mrs Okafor"), ("Decided", "Goes on with the course."), ("PlanChanges", "Bus pass.")]
        );

        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}/reviews"), sent.Body);
        var page = await worker.GetAsync(sent.Location!);
        page.Texts(".tg-row__what")[0].ShouldContain("Fri 10 September 2010");
        page.Texts(".govuk-summary-card").Single().ShouldSatisfyAllConditions(
            t => t.ShouldContain("Quarterly review"), t => t.ShouldContain("The young person, Mrs Okafor"), t => t.ShouldContain("Goes on with the course."), t => t.ShouldContain("Bus pass."));
        await using var db = app.Context();
        (await db.Reviews.SingleAsync()).ShouldSatisfyAllConditions(r => r.HeldOn.ShouldBe(Day("2010-06-10")), r => r.Origin.ShouldBe(Origins.Recorded));
        (await db.History.SingleAsync(h => h.PersonId == person)).Kind.ShouldBe("review_recorded");
        (await app.LogAsync()).Count(r => r.Outcome == "changed").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_review_that_an_import_brought_is_completed_and_is_ours_from_then(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var (person, review) = await SavedAsync(app, AReview("2010-04-20", "release"));
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.Manager, "leeds"));
        var path = $"/young-people/{person}/reviews/record/{review}";
        var opened = await second.GetAsync(path);

        (await first.FillAsync(path, [("There", "parents"), ("Decided", "A mentor.")])).Status.ShouldBe(302);
        var late = await second.SendAgainAsync(opened, path, ("There", "professionals"), ("Decided", "No mentor."));

        late.Status.ShouldBe(409);
        late.Texts(".govuk-error-summary tbody tr").ShouldContain(r => r.Contains("A mentor.", StringComparison.Ordinal) && r.Contains("No mentor.", StringComparison.Ordinal));
        (await second.SendAgainAsync(late, path)).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Set<ReviewDetails>().SingleAsync()).ShouldSatisfyAllConditions(d => d.Decided.ShouldBe("No mentor."), d => d.Parents.ShouldBeFalse(), d => d.Professionals.ShouldBeTrue());
        (await db.Reviews.SingleAsync()).ShouldSatisfyAllConditions(r => r.HeldOn.ShouldBe(Day("2010-04-20")), r => r.Version.ShouldBe(3));
    }

    [Fact, Trait("rule", "OPN-7")]
    public async Task At_the_end_of_the_order_a_manager_decides_who_goes_on_and_support_ends_by_its_last_day()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new(2010, 9, 13, 12, 0, 0, TimeSpan.Zero));
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.CaseManager, "leeds");
        var path = $"/young-people/{person}/reviews/record";
        (string, string?)[] said = [("Kind", "order_end"), ("There", "young_person"), ("Decided", "Goes on."), ("ManagedBy", "resettlement_team")];

        var sent = await worker.FillAsync(path, [.. said, .. Day("SupportUntil", "2011-03-13")]);
        sent.Status.ShouldBe(400);
        sent.Texts(".govuk-error-summary li").Count.ShouldBe(2);
        sent.Page.QuerySelector("#ManagedDecidedBy-error").ShouldNotBeNull();

        (await worker.FillAsync(path, [.. said, ("ManagedDecidedBy", "Ann Lee"), .. Day("SupportUntil", "2011-03-12")])).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}/reviews")).Texts(".govuk-summary-card").Single().ShouldContain("The resettlement team, decided by Ann Lee");
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_its_field()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        app.Clock.Set(new(2010, 6, 10, 12, 0, 0, TimeSpan.Zero));
        var (person, _) = await SavedAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var (day, problem) in new[] { ("2010-06-11", "still to come"), ("2010-02-28", "before the sentence"), ("2010-02-30", "day") })
        {
            var sent = await worker.FillAsync($"/young-people/{person}/reviews/record", [("PlanChanges", "Keep me"), .. Day("On", day)]);
            sent.Status.ShouldBe(400);
            sent.Texts(".govuk-error-summary li").Count.ShouldBe(4);
            sent.Texts(".govuk-error-summary li").ShouldContain(t => t.Contains(problem, StringComparison.Ordinal));
            sent.MainForm()["PlanChanges"].ShouldBe("Keep me");
        }
    }

    [Fact]
    public async Task It_can_be_taken_out_and_nobody_of_another_scheme_sees_or_records_one()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var (person, review) = await SavedAsync(app, AReview("2010-04-20"));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        var form = (await worker.GetAsync($"/young-people/{person}/reviews/record")).MainForm();
        foreach (var path in new[] { $"/young-people/{person}/reviews", $"/young-people/{person}/reviews/record", $"/young-people/{person}/reviews/record/{review}" })
        {
            (await cardiff.GetAsync(path)).Status.ShouldBe(404, path);
            (await cardiff.PostAsync(path, form)).Status.ShouldBeOneOf(400, 404);
        }

        (await worker.FillAsync($"/young-people/{person}/void/reviews/{review}", ("Reason", "Held with somebody else."))).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}/reviews")).Texts(".govuk-summary-card").ShouldBeEmpty();
        await using var db = app.Context();
        (await db.Reviews.CountAsync()).ShouldBe(0);
    }

    private static async Task<(Guid Person, Guid Review)> SavedAsync(TestApp app, Build.Lives.ReviewBuilder? review = null)
    {
        var kase = ACase().AgreedOn("2010-03-15");
        var person = await AYoungPerson().With(ADto("2010-03-01").EndsOn("2010-09-12").With(review is null ? kase : kase.With(review))).SaveAsync(app);
        await using var db = app.Context();
        return (person, (await db.Reviews.FirstOrDefaultAsync())?.Id ?? default);
    }
}
