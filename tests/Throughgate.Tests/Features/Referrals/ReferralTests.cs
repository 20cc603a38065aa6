using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Referrals;

/// <summary>A referral from the search to the open case, and what is corrected afterwards. Today is 4 May 2010.</summary>
public sealed class ReferralTests
{
    private const string Refer = "/young-people/refer";

    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_new_is_referred_and_every_duty_stands_at_once(Server server)
    {
        await using var app = await StartAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync(Refer, ("Find", ""))).Status.ShouldBe(400);
        var enter = await worker.FillAsync(Refer, ("Find", "Kai Okafor"));
        enter.Texts("main").Single().ShouldContain("knows nobody like this");
        enter.MainForm()["FirstName"].ShouldBe("Kai");
        (await worker.SendAgainAsync(enter, Refer)).Texts(".govuk-error-summary li").Count.ShouldBeGreaterThan(5);

        var check = await worker.SendAgainAsync(enter, Refer, Whole("Kai", "Okafor", "1994-05-01", "leeds"));

        check.Status.ShouldBe(200, check.Body);
        check.Texts(".govuk-warning-text").ShouldBeEmpty();
        var done = await worker.SendAgainAsync(check, Refer);
        done.Status.ShouldBe(302, done.Body);
        await using var db = app.Context();
        var person = await db.People.SingleAsync();
        done.Location.ShouldBe($"/young-people/{person.Id}");
        (person.SearchName, (await db.Residences.SingleAsync()).Yot, (await db.Cases.SingleAsync()).ReferredOn).ShouldBe(("okafor kai", "leeds", new DateOnly(2010, 5, 4)));
        var page = await worker.GetAsync($"/young-people/{person.Id}");
        page.Texts("#due").Single().ShouldContain("Offer support");
        page.Texts("#history").Single().ShouldContain("a case was opened");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_likely_double_is_shown_and_has_to_be_answered_by_hand_too(Server server)
    {
        await using var app = await StartAsync(server);
        var known = await AYoungPerson().Named("Siân", "Okafor").Born("1994-05-03").SaveAsync(app);
        await AYoungPerson().Named("Sian", "Okafor").Born("1994-05-03").Living("cardiff").SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        (await worker.FillAsync(Refer, ("Find", "okafor sharn"))).Page.QuerySelectorAll($"a[href='/young-people/{known}']").Length.ShouldBe(1);
        var enter = await worker.FillAsync(Refer, ("Find", "Okaphor"));
        var check = await worker.SendAgainAsync(enter, Refer, Whole("Okafor", "Sharn", "1994-03-05", "elsewhere"));
        check.Texts("main li").ShouldHaveSingleItem().ShouldContain("Siân Okafor"); // never whom another scheme knows
        check.Texts(".govuk-warning-text").Single().ShouldContain("outside this scheme's YOTs");
        (await worker.SendAgainAsync(check, Refer)).Status.ShouldBe(400);
        await using var db = app.Context();
        (await db.People.CountAsync()).ShouldBe(2);
        (await worker.SendAgainAsync(check, Refer, ("NotThese", "yes"))).Status.ShouldBe(302);
        (await db.People.CountAsync()).ShouldBe(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_press_opens_a_case_for_somebody_not_on_the_books(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().With(ADto("2010-04-26")).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var list = await worker.GetAsync("/young-people/not-on-the-books");
        list.Body.ShouldContain("Jordan Evans");

        (await worker.SendAgainAsync(list, $"/young-people/{person}/programmes/open")).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.Cases.SingleAsync()).ReferredOn.ShouldBe(new DateOnly(2010, 5, 4));
        (await worker.GetAsync("/young-people/not-on-the-books")).Body.ShouldNotContain("Jordan Evans");
        (await worker.GetAsync($"/young-people/{person}/programmes/open")).Texts("main").Single().ShouldContain("has a case here already");
        (await worker.SendAgainAsync(list, $"/young-people/{person}/programmes/open", ("FormKey", null))).Status.ShouldNotBe(200);
        (await db.Cases.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Details_are_corrected_and_a_move_ends_the_residence_before(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await AYoungPerson().With(ADto("2010-03-01").With(ACase())).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var details = $"/young-people/{person}/details";
        var opened = await worker.GetAsync(details);
        (await worker.FillAsync(details, ("LastName", " "))).Status.ShouldBe(400);
        (await worker.FillAsync(details, [("LastName", "O'Evans"), ("LookedAfter", "yes")])).Status.ShouldBe(302);
        (await worker.SendAgainAsync(opened, details, ("FirstName", "Jordy"))).Status.ShouldBe(409);
        var residence = $"/young-people/{person}/residence";
        (await worker.FillAsync(residence, [("Yot", "cardiff"), .. Day("From", "2004-12-31")])).Status.ShouldBe(400);
        (await worker.FillAsync(residence, [("Yot", "cardiff"), .. Day("From", "2010-05-01")])).Status.ShouldBe(302);

        await using var db = app.Context();
        (await db.People.SingleAsync()).ShouldSatisfyAllConditions(p => p.SearchName.ShouldBe("oevans jordan"), p => p.LookedAfter.ShouldBe(true), p => p.FirstName.ShouldBe("Jordan"));
        (await db.Residences.OrderBy(r => r.FromOn).Select(r => r.ToOn).ToListAsync()).ShouldBe([new DateOnly(2010, 4, 30), null]);
        var history = (await worker.GetAsync($"/young-people/{person}")).Texts("#history").Single();
        history.ShouldContain("last name O'Evans");
        history.ShouldContain("Usual residence from");
        (await (await app.SignInAsync(RoleTable.Worker, "lewisham")).GetAsync(details)).Status.ShouldBe(404);
    }

    private static (string, string?)[] Whole(string first, string last, string born, string yot) =>
        [
            ("FirstName", first), ("LastName", last), ("Gender", "male"), ("Ethnicity", "W1"), ("Yot", yot), ("Type", "dto"), ("Months", "4"), ("MainOffence", "robbery"),
            .. Day("BornOn", born), .. Day("SentencedOn", "2010-04-26"), .. Day("ArrestedOn", "2010-01-20"), .. Day("ReferredOn", "2010-05-04"),
        ];

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 5, 4, 9, 0, 0, TimeSpan.FromHours(1)));
        return app;
    }
}
