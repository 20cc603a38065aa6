using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Sentences;

/// <summary>A sentence entered, its dates changed, a transfer, a release, a recall: each over HTTP, with what follows from it. Today is 4 May 2010.</summary>
public sealed class SentenceTests
{
    private static readonly DateTimeOffset Morning = new(2010, 5, 4, 9, 0, 0, TimeSpan.FromHours(1));

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_detention_and_training_order_is_entered_with_its_dates_worked_out(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sentences/enter";

        var dates = await worker.FillAsync(path, [("Type", "dto"), ("Months", "12"), ("MainOffence", "robbery"), ("Establishment", "wetherby"), .. Day("SentencedOn", "2010-01-04"), .. Day("ArrestedOn", "2009-11-20")]);

        dates.Status.ShouldBe(200, dates.Body);
        var said = dates.Texts(".govuk-summary-list").Single();
        said.ShouldContain("Mon 5 July 2010");
        said.ShouldContain("from Sat 5 June 2010 to Thu 5 August 2010");
        said.ShouldContain("Mon 3 January 2011");
        dates.Texts(".govuk-warning-text").ShouldBeEmpty();
        var sent = await worker.SendAgainAsync(dates, path);
        (sent.Status, sent.Location).ShouldBe((302, $"/young-people/{person}/sentences"), sent.Body);
        await using var db = app.Context();
        var row = await db.Sentences.SingleAsync();
        (row.Type, row.Kind, row.SentencedOn, row.Origin, row.FollowsId).ShouldBe(("dto", "custodial", new(2010, 1, 4), Origins.Recorded, null));
        (await db.SentenceDates.OrderBy(d => d.What).Select(d => new { d.What, d.ValueOn, d.KnownFrom, d.SaidBy }).ToListAsync()).ShouldBe(
            [new { What = "ends", ValueOn = (DateOnly?)new DateOnly(2011, 1, 3), KnownFrom = new DateOnly(2010, 5, 4), SaidBy = (string?)"worked_out" }, new { What = "expected_release", ValueOn = (DateOnly?)new DateOnly(2010, 7, 5), KnownFrom = new DateOnly(2010, 5, 4), SaidBy = (string?)"worked_out" }]
        );
        (await db.Placements.SingleAsync()).Establishment.ShouldBe("wetherby");
        var page = await worker.GetAsync($"/young-people/{person}/sentences");
        page.Texts("main").Single().ShouldContain("worked out from the length of the order");
        page.Texts("main").Single().ShouldContain("Last day of support");
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Sentence entered: Detention and training order");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_duty_follows_a_sentence_a_new_date_and_a_release(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson()
            .With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-06-01").EndsOn("2010-09-01").With(ACase().With(AnOffer("2010-04-27").InCustody().Refused())))
            .SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var sentence = await OneAsync(app);
        (await DueAsync(worker, person)).ShouldSatisfyAllConditions(
            d => d.ShouldContain(t => t.Contains("Offer support again before release", StringComparison.Ordinal) && t.Contains("5 May", StringComparison.Ordinal)),
            d => d.ShouldContain(t => t.Contains("Confirm a suitable address", StringComparison.Ordinal) && t.Contains("18 May", StringComparison.Ordinal))
        );
        var path = $"/young-people/{person}/sentences/{sentence}";

        var moved = await worker.FillAsync($"{path}/date/release", [("SaidBy", "Sentence calculation, Wetherby"), ("Note", "14 days added"), .. Day("ValueOn", "2010-06-15")]);

        moved.Status.ShouldBe(302, moved.Body);
        (await DueAsync(worker, person)).ShouldSatisfyAllConditions(
            d => d.ShouldContain(t => t.Contains("Offer support again before release", StringComparison.Ordinal) && t.Contains("18 May", StringComparison.Ordinal)),
            d => d.ShouldContain(t => t.Contains("Confirm a suitable address", StringComparison.Ordinal) && t.Contains("1 June", StringComparison.Ordinal))
        );
        var listed = (await worker.GetAsync($"/young-people/{person}/sentences")).Texts("main").Single();
        listed.ShouldContain("said by Sentence calculation, Wetherby");
        listed.ShouldContain("14 days added");
        listed.ShouldContain("Before:");
        listed.ShouldContain("Tue 1 June 2010");
        (await worker.FillAsync($"{path}/release", Day("ReleasedOn", "2010-05-03"))).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}")).Texts(".tg-top__where").Single().ShouldContain("In the community, released yesterday");
        await using var db = app.Context();
        (await db.SentenceDates.Where(d => d.What == "expected_release").OrderBy(d => d.Position).Select(d => d.Position).ToListAsync()).ShouldBe([0, 1]);
        (await db.Sentences.SingleAsync()).ShouldSatisfyAllConditions(s => s.ReleasedOn.ShouldBe(new DateOnly(2010, 5, 3)), s => s.Origin.ShouldBe(Origins.Recorded));

        (await worker.FillAsync($"{path}/release", ("Mistaken", "yes"))).Status.ShouldBe(302);
        (await worker.GetAsync($"/young-people/{person}")).Texts(".tg-top__where").Single().ShouldContain("In custody at Wetherby");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_recall_leaves_the_case_open_and_asks_everything_again(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson()
            .With(ADto("2009-11-02").HeldAt("wetherby").ExpectedOn("2010-03-02").ReleasedOn("2010-03-02").EndsOn("2010-07-01").With(ACase().AgreedOn("2009-12-01").LedFrom("2009-11-03").PlannedOn("2009-11-10")))
            .SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var sentence = await OneAsync(app);
        var path = $"/young-people/{person}/sentences/{sentence}/return";

        (await worker.FillAsync(path, [("Reason", ""), .. Day("On", "2010-03-01")])).ShouldSatisfyAllConditions(
            a => a.Status.ShouldBe(400),
            a => a.Texts(".govuk-error-summary li").Count.ShouldBe(2)
        );
        var sent = await worker.FillAsync(path, [("Reason", "recall"), ("Establishment", "wetherby"), ("SaidBy", "Wetherby"), .. Day("On", "2010-04-26"), .. Day("ExpectedOn", "2010-06-14")]);

        sent.Status.ShouldBe(302, sent.Body);
        await using var db = app.Context();
        var again = await db.Sentences.SingleAsync(s => s.FollowsId == sentence);
        (again.Kind, again.SentencedOn, (await db.Cases.SingleAsync()).ClosedOn).ShouldBe(("custodial", new DateOnly(2010, 4, 26), null));
        var page = await worker.GetAsync($"/young-people/{person}");
        page.Texts(".tg-top__where").Single().ShouldContain("In custody at Wetherby, leaves in");
        (await DueAsync(worker, person)).ShouldContain(t => t.Contains("Confirm a suitable address", StringComparison.Ordinal) && t.Contains("31 May", StringComparison.Ordinal));
        (await DueAsync(worker, person)).ShouldContain(t => t.Contains("Draw up the pathway plan", StringComparison.Ordinal) && t.Contains("11 May", StringComparison.Ordinal));
        page.Texts(".tg-alerts").ShouldAllBe(t => !t.Contains("no case is open", StringComparison.Ordinal));
        (await worker.GetAsync("/release")).Texts("main").Single().ShouldContain("Jordan Evans");
        (await worker.GetAsync("/young-people/not-on-the-books")).Body.ShouldNotContain("Jordan Evans");
        (await worker.GetAsync(path)).Texts("main").Single().ShouldContain("recorded already");
        (await worker.FillAsync($"/young-people/{person}/sentences/{sentence}/release", ("Mistaken", "yes"))).Status.ShouldBe(400);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_transfer_adds_a_place_and_two_people_see_both_versions(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().With(ADto("2010-03-01").HeldAt("feltham").With(ACase())).SaveAsync(app);
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.InformationOfficer, "leeds"));
        var path = $"/young-people/{person}/sentences/{await OneAsync(app)}/transfer";
        var opened = await second.GetAsync(path);
        (await first.FillAsync(path, [("Establishment", "feltham")])).Status.ShouldBe(400);
        (await first.FillAsync(path, [("Establishment", "wetherby"), .. Day("On", "2010-05-01")])).Status.ShouldBe(302);

        var late = await second.SendAgainAsync(opened, path, [("Establishment", "ashfield"), .. Day("On", "2010-05-02")]);

        late.Status.ShouldBe(409, late.Body);
        late.Texts(".govuk-error-summary").Single().ShouldContain("Wetherby");
        await using var db = app.Context();
        (await db.Placements.OrderBy(p => p.Position).Select(p => p.Establishment).ToListAsync()).ShouldBe(["feltham", "wetherby"]);
        (await first.GetAsync($"/young-people/{person}")).Texts(".tg-top__where").Single().ShouldContain("In custody at Wetherby");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_is_refused_by_page_and_by_hand(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().With(AYro("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var sentence = await OneAsync(app);
        var enter = $"/young-people/{person}/sentences/enter";
        foreach (var page in new[] { "release", "return", "transfer", "date/release", "date/nonsense" })
        {
            (await worker.GetAsync($"/young-people/{person}/sentences/{sentence}/{page}")).Status.ShouldBe(404, page);
        }

        (await worker.FillAsync(enter, [("Type", "dto"), ("Months", "11"), ("MainOffence", "robbery"), ("GoesOn", "yes"), .. Day("SentencedOn", "2010-01-04")])).Texts(".govuk-error-summary li").Single().ShouldContain("4, 6, 8, 10, 12, 18 or 24");
        (await worker.FillAsync(enter, [("Type", "yro"), ("MainOffence", "robbery"), ("Establishment", "wetherby"), .. Day("SentencedOn", "2010-01-04")])).Status.ShouldBe(400);
        (await worker.FillAsync(enter, [("Type", "dto"), ("Months", "12"), ("MainOffence", "robbery"), ("GoesOn", "yes"), .. Day("SentencedOn", "2010-05-05")])).Texts(".govuk-error-summary li").Single().ShouldContain("still to come");
        var dates = await worker.FillAsync(enter, [("Type", "s91"), ("MainOffence", "robbery"), ("GoesOn", "no"), .. Day("SentencedOn", "2010-01-04")]);
        (await worker.SendAgainAsync(dates, enter, Day("ExpectedOn", "2011-01-04"))).Texts(".govuk-error-summary li").Single().ShouldContain("Say who gave this date");
        (await worker.SendAgainAsync(dates, enter, [("SaidBy", "Court"), .. Day("ExpectedOn", "2009-01-04")])).Status.ShouldBe(400);
        (await worker.FillAsync($"/young-people/{person}/sentences/{sentence}/date/end", [("SaidBy", ""), .. Day("ValueOn", "2010-02-01")])).Texts(".govuk-error-summary li").Count.ShouldBe(2);
        await using var db = app.Context();
        (await db.Sentences.CountAsync(), await db.SentenceDates.CountAsync()).ShouldBe((1, 0));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_custodial_sentence_can_go_on_with_the_open_programme(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().LivingNowhere().With(ASentence("remand_custody", "2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var remand = await OneAsync(app);
        var enter = $"/young-people/{person}/sentences/enter";
        var dates = await worker.FillAsync(enter, [("Type", "dto"), ("Months", "4"), ("MainOffence", "drugs"), ("GoesOn", "yes"), .. Day("SentencedOn", "2010-05-04")]);
        dates.Texts(".govuk-warning-text").Single().ShouldContain("no usual residence"); // ELG-4 at entry
        (await worker.SendAgainAsync(dates, enter)).Status.ShouldBe(302);
        await using var db = app.Context();
        (await db.Sentences.SingleAsync(s => s.Kind == "custodial")).FollowsId.ShouldBe(remand);
        (await DueAsync(worker, person)).ShouldContain(t => t.Contains("Offer support", StringComparison.Ordinal) && t.Contains("18 May", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_needs_the_version_seen_and_another_scheme_sees_nothing()
    {
        await using var app = await StartAsync(Server.Sqlite);
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var path = $"/young-people/{person}/sentences/{await OneAsync(app)}/correct";
        var opened = await worker.GetAsync(path);
        (await worker.FillAsync(path, [("MainOffence", "drugs"), .. Day("ArrestedOn", "2010-01-20")])).Status.ShouldBe(302);
        (await worker.SendAgainAsync(opened, path, ("MainOffence", "robbery"))).Status.ShouldBe(409);
        (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single().ShouldContain("Sentence corrected");
        var cardiff = await app.SignInAsync(RoleTable.Worker, "cardiff");
        (await cardiff.GetAsync(path)).Status.ShouldBe(404);
        (await cardiff.GetAsync($"/young-people/{person}/sentences")).Status.ShouldBe(404);
        var mine = await AYoungPerson().Living("cardiff").SaveAsync(app);
        foreach (var page in new[] { "correct", "transfer", "release", "return", "date/release" })
        {
            var form = (await cardiff.GetAsync($"/young-people/{mine}/sentences/enter")).MainForm();
            (await cardiff.PostAsync(path.Replace("correct", page, StringComparison.Ordinal), form)).Status.ShouldBe(404, page);
            form = (await cardiff.GetAsync($"/young-people/{mine}/sentences/enter")).MainForm();
            (await cardiff.PostAsync(path.Replace(person.ToString(), mine.ToString(), StringComparison.Ordinal).Replace("correct", page, StringComparison.Ordinal), form)).Status.ShouldBe(404, page);
        }

        (await (await app.SignInAsync(RoleTable.NationalAnalyst)).GetAsync(path)).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_import_again_takes_nothing_back(Server server)
    {
        await using var database = await TestDatabase.CreateAsync(server);
        using var bundle = BundleFolder.Small().Replace("sentences", "2010-03-01,2010-03-01,2010-09-01", "2010-08-02,,2010-09-01");
        await database.ImportAsync(bundle);
        await using var app = TestApp.On(database);
        app.Clock.Set(Morning);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using var db = app.Context();
        var (person, sentence) = await db.Sentences.Where(s => s.Reference == "S1").Select(s => new ValueTuple<Guid, Guid>(s.PersonId, s.Id)).SingleAsync();
        var path = $"/young-people/{person}/sentences/{sentence}";
        (await worker.FillAsync($"{path}/date/release", [("SaidBy", "Ashfield"), .. Day("ValueOn", "2010-05-03")])).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/transfer", [("Establishment", "wetherby"), .. Day("On", "2010-05-01")])).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/release", Day("ReleasedOn", "2010-05-03"))).Status.ShouldBe(302);
        (await worker.FillAsync($"{path}/return", [("Reason", "recall"), .. Day("On", "2010-05-04")])).Status.ShouldBe(302);

        var again = await database.ImportAsync(bundle);

        again.Counts().ShouldBe((0, 0, again.Report.Left));
        (await db.Sentences.AsNoTracking().SingleAsync(s => s.Id == sentence)).ReleasedOn.ShouldBe(new DateOnly(2010, 5, 3));
        (await db.Sentences.CountAsync(s => s.FollowsId == sentence)).ShouldBe(1);
        (await db.SentenceDates.Where(d => d.SentenceId == sentence && d.What == "expected_release").OrderByDescending(d => d.Position).FirstAsync()).ValueOn.ShouldBe(new DateOnly(2010, 5, 3));
        (await db.Placements.Where(p => p.SentenceId == sentence).OrderByDescending(p => p.Position).FirstAsync()).Establishment.ShouldBe("wetherby");
    }

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(Morning);
        return app;
    }

    private static async Task<Guid> OneAsync(TestApp app)
    {
        await using var db = app.Context();
        return (await db.Sentences.SingleAsync()).Id;
    }

    private static async Task<IReadOnlyList<string>> DueAsync(TestBrowser browser, Guid person) => (await browser.GetAsync($"/young-people/{person}")).Texts("#due li");
}
