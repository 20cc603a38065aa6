using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Closing;

/// <summary>Endings planned person by person, a wish to stop heard, and drop-in open whatever happens. Today is 15 September 2010.</summary>
public sealed class EndingsTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both)), Trait("rule", "OPN-10")]
    public async Task The_warning_stands_on_Today_the_person_and_the_closing_until_each_ending_is_planned(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app, ends: "2010-03-25"); // six months later: 25 September
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var path = $"/young-people/{person}";
        (await worker.GetAsync("/today")).Body.ShouldContain("not planned yet with Priya Shah, Uncle Joe");
        (await worker.GetAsync(path)).Texts(".tg-alerts li").ShouldContain(t => t.Contains("the ending is not planned yet with", StringComparison.Ordinal) && t.Contains("25 September", StringComparison.Ordinal));
        (await worker.GetAsync(path + "/close")).Texts("main").Single().ShouldContain("The ending is not planned yet with Priya Shah, Uncle Joe");
        var list = await worker.GetAsync(path + "/endings");
        list.Texts(".tg-row").Count.ShouldBe(2);
        var links = list.Page.QuerySelectorAll(".tg-row a").Select(a => a.GetAttribute("href")!).ToList();

        (await worker.FillAsync(links[0], ("How", " "))).Texts(".govuk-error-summary li").ShouldHaveSingleItem();
        foreach (var link in links)
        {
            (await worker.FillAsync(link, [("How", "A last walk; the college tutor stays in touch."), .. Day("Goodbye", "2010-09-24")])).Status.ShouldBe(302);
        }

        (await worker.GetAsync("/today")).Body.ShouldNotContain("not planned yet with");
        (await worker.GetAsync(path + "/endings")).Texts(".tg-row")[1].ShouldContain("A last walk");
        (await worker.GetAsync(path)).Texts("#history").Single().ShouldContain("The ending was planned with Uncle Joe");
        await using var db = app.Context();
        var row = await db.Set<EndingRow>().AsNoTracking().FirstAsync(e => e.Who == "Uncle Joe");
        row.ShouldSatisfyAllConditions(e => e.Part.ShouldBe("mentor"), e => e.PlannedOn.ShouldBe(new(2010, 9, 15)));
        (await worker.FillAsync($"{path}/void/endings/{row.Id}", ("Reason", "Not yet"))).Status.ShouldBe(302);
        (await worker.GetAsync("/today")).Body.ShouldContain("not planned yet with Uncle Joe");
        (await (await app.SignInAsync(RoleTable.Worker, "cardiff")).GetAsync(path + "/endings")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "OPN-10")]
    public async Task A_planned_closing_counts_and_two_people_see_both_versions(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app, ends: "2011-03-25");
        var (first, second) = (await app.SignInAsync(RoleTable.Worker, "leeds"), await app.SignInAsync(RoleTable.CaseManager, "leeds"));
        var path = $"/young-people/{person}";
        (await first.GetAsync(path)).Texts(".tg-alerts li").ShouldAllBe(t => !t.Contains("ending", StringComparison.Ordinal));
        (await first.FillAsync(path + "/close", [("YotView", "Done"), .. Day("PlannedOn", "2010-09-29")])).Status.ShouldBe(302);
        (await first.GetAsync(path)).Texts(".tg-alerts li").ShouldContain(t => t.Contains("29 September", StringComparison.Ordinal));
        (await first.FillAsync(path + "/endings/record", ("Who", "Ms Volunteer"), ("Part", "volunteer"), ("How", "Tea"))).Status.ShouldBe(302);
        await using var db = app.Context();
        var row = await db.Set<EndingRow>().AsNoTracking().SingleAsync();
        var opened = await second.GetAsync($"{path}/endings/record/{row.Id}");
        (await first.FillAsync($"{path}/endings/record/{row.Id}", ("How", "Tea and cake"))).Status.ShouldBe(302);
        (await second.SendAgainAsync(opened, $"{path}/endings/record/{row.Id}", ("How", "Coffee"))).Status.ShouldBe(409);
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "OPN-12")]
    public async Task A_wish_to_stop_is_heard_in_their_words_and_the_offer_to_come_back_has_a_day_that_is_asked_for(Server server)
    {
        await using var app = await StartAsync(server);
        var person = await SavedAsync(app, ends: "2010-12-31");
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var path = $"/young-people/{person}";
        (await worker.GetAsync(path)).Page.QuerySelectorAll("#plan a").ShouldContain(a => a.GetAttribute("href") == path + "/stop");
        (await worker.GetAsync(path + "/stop")).Body.ShouldContain("Drop-in and crisis support stay open to them until Thursday 30 June 2011");
        (await worker.FillAsync(path + "/stop", [("OwnWords", ""), .. Day("ComeBack", "2011-07-01")])).Texts(".govuk-error-summary li").Count.ShouldBe(2);

        (await worker.FillAsync(path + "/stop", [("OwnWords", "I am sick of meetings."), ("ToldDropIn", "true"), .. Day("ComeBack", "2010-09-20")])).Status.ShouldBe(302);

        (await worker.GetAsync("/today")).Body.ShouldContain("Offer the young person to come back");
        var page = await worker.GetAsync(path);
        page.Texts("#plan").Single().ShouldContain("to be asked to come back by Mon 20 September 2010");
        page.Texts("#history").Single().ShouldContain("I am sick of meetings.");
        await using var db = app.Context();
        var row = await db.Set<WishToStopRow>().AsNoTracking().SingleAsync();
        row.ShouldSatisfyAllConditions(w => w.ToldDropIn.ShouldBeTrue(), w => w.AskedOn.ShouldBe(new(2010, 9, 15)));
        var answer = $"{path}/stop/{row.Id}";
        var opened = await worker.GetAsync(answer);
        (await worker.FillAsync(answer, Day("Offered", "2010-09-15"))).Page.QuerySelector("#Answer-error").ShouldNotBeNull();
        (await worker.FillAsync(answer, [("Answer", "Ask me after Christmas."), .. Day("Offered", "2010-09-15")])).Status.ShouldBe(302);
        (await worker.SendAgainAsync(opened, answer, [("Answer", "No."), .. Day("Offered", "2010-09-15")])).Status.ShouldBe(409);
        (await worker.GetAsync("/today")).Body.ShouldNotContain("Offer the young person to come back");
    }

    [Theory, MemberData(nameof(Both)), Trait("rule", "OPN-8")]
    public async Task A_drop_in_is_recorded_for_somebody_who_refused_and_for_somebody_whose_programme_is_closed(Server server)
    {
        await using var app = await StartAsync(server);
        var refused = await AYoungPerson().With(ADto("2010-03-01").EndsOn("2011-02-28").With(ACase().With(AnOffer("2010-03-10").Refused()))).SaveAsync(app);
        var closed = await AYoungPerson().Named("Kai", "Closed").With(ADto("2010-01-04").EndsOn("2010-06-30").With(ACase().AgreedOn("2010-02-01").ClosedOn("2010-08-01"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        foreach (var (person, until) in new[] { (refused, "28 August 2011"), (closed, "30 December 2010") })
        {
            var link = (await worker.GetAsync($"/young-people/{person}")).Page.QuerySelectorAll("#plan a").Single(a => a.TextContent == "Record a drop-in");
            link.ParentElement!.TextContent.ShouldContain(until);
            var form = await worker.GetAsync(link.GetAttribute("href")!);
            form.MainForm()["Kind"].ShouldBe("drop_in");
            (await worker.SendAgainAsync(form, link.GetAttribute("href")!)).Status.ShouldBe(302);
        }

        await using var db = app.Context();
        (await db.Contacts.CountAsync(c => c.Kind == "drop_in" && c.Outcome == "attended")).ShouldBe(2);
        (await worker.GetAsync($"/young-people/{closed}/close")).Body.ShouldContain("closed or not");
    }

    private static async Task<TestApp> StartAsync(Server server)
    {
        var app = await TestApp.StartAsync(server);
        app.Clock.Set(new(2010, 9, 15, 9, 0, 0, TimeSpan.Zero));
        return app;
    }

    private static Task<Guid> SavedAsync(TestApp app, string ends) =>
        AYoungPerson().With(
            ADto("2009-10-05").ReleasedOn("2010-01-04").EndsOn(ends)
                .With(ACase().AgreedOn("2009-11-02").AllocatedTo("Priya Shah", "2009-10-06").AllocatedTo("Uncle Joe", "2010-01-04", "mentor"))
        ).SaveAsync(app);
}
