using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Today.Show;

public sealed class TodayPageTests
{
    private const string Day = "/today?on=2010-05-04";

    // Sentenced 1 March, leaves on 13 May: the address was due on 29 April.
    private static PersonBuilder Leaver(string first, string worker, string scheme = "leeds") =>
        AYoungPerson()
            .Named(first, "Evans")
            .Living(scheme)
            .With(
                ADto("2010-03-01")
                    .HeldAt("wetherby")
                    .ExpectedOn("2010-05-13")
                    .EndsOn("2010-09-12")
                    .With(ACase(scheme).AgreedOn("2010-03-10").LedFrom("2010-03-02").PlannedOn("2010-03-05").AllocatedTo(worker, "2010-03-02").With(AnOffer("2010-03-05").InCustody()))
            );

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_worker_sees_first_what_is_missing_for_who_leaves_soon(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using (var db = app.Context())
        {
            await Leaver("Jordan", "Priya Shah").SaveAsync(db);
            await Leaver("Kai", "Tom Bevan").SaveAsync(db);
            await db.RecordsFromAsync("leeds", "2010-09-15");
        }

        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var page = await priya.GetAsync(Day);

        page.Status.ShouldBe(200);
        page.Page.QuerySelector("#first")!.TextContent.ShouldBe("1 thing cannot wait");
        var row = page.Page.QuerySelector("section[aria-labelledby=first] .tg-row")!;
        row.TextContent.ShouldContain("Jordan Evans");
        row.TextContent.ShouldContain("Confirm a suitable address");
        row.TextContent.ShouldContain("Overdue 5 days");
        row.TextContent.ShouldContain("leaves custody in 9 days");
        row.QuerySelector("details a[href='/rules#REL-3']").ShouldNotBeNull();
        page.Body.ShouldNotContain("Kai Evans");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_manager_sees_the_team_by_worker_and_can_open_one_workers_list(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using (var db = app.Context())
        {
            await Leaver("Jordan", "Priya Shah").SaveAsync(db);
            await Leaver("Kai", "Tom Bevan").SaveAsync(db);
            await Leaver("Seren", "Somebody Else", "cardiff").SaveAsync(db);
        }

        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var page = await manager.GetAsync(Day);
        page.Body.ShouldContain("Jordan Evans");
        page.Body.ShouldContain("Kai Evans");
        page.Body.ShouldNotContain("Seren Evans");
        page.Texts("section[aria-labelledby=team] tbody td:first-child").Order().ShouldBe(["Priya Shah", "Tom Bevan"]);

        var tom = page.Page.QuerySelectorAll("section[aria-labelledby=team] a").Single(a => a.TextContent == "Tom Bevan").GetAttribute("href")!;
        var his = await manager.GetAsync(tom);
        his.Body.ShouldContain("Kai Evans");
        his.Body.ShouldNotContain("Jordan Evans");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_missed_meeting_at_the_gate_stands_first_for_a_week_and_no_longer(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using (var db = app.Context())
        {
            var seren = Leaver("Seren", "Priya Shah");
            seren.Sentences.Single().ReleasedOn("2010-05-03");
            await seren.SaveAsync(db);
        }

        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var first = (await priya.GetAsync(Day)).Page.QuerySelector("section[aria-labelledby=first]")!.TextContent;
        first.ShouldContain("Seren Evans");
        first.ShouldContain("Missed");
        (await priya.GetAsync("/today?on=2010-05-11")).Page.QuerySelector("section[aria-labelledby=first]")!.TextContent.ShouldNotContain("Seren Evans");

        // On the day before the release nobody knew of it.
        var before = (await priya.GetAsync("/today?on=2010-05-02")).Page.QuerySelector("section[aria-labelledby=leaving]")!.TextContent;
        before.ShouldContain("Seren Evans");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Nothing_to_do_is_said_in_words_and_a_worker_without_a_list_is_told_why(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        var page = await worker.GetAsync("/today");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Your account is not linked to a worker of the caseload");
        page.Body.ShouldContain("Nothing is due in the next seven days.");
        page.Body.ShouldContain("Nobody leaves custody in the next 12 weeks.");
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everybody_shown_is_on_the_log_and_nobody_else(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        Guid shown;
        await using (var db = app.Context())
        {
            shown = await Leaver("Jordan", "Priya Shah").SaveAsync(db);
            await Leaver("Kai", "Tom Bevan").SaveAsync(db);
        }

        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        await priya.GetAsync(Day);
        var row = (await app.LogAsync()).Last(r => r.ActorId == priya.Account.Id);
        System.Text.Json.JsonSerializer.Deserialize<Guid[]>(row.People).ShouldBe([shown]);
    }

    [Theory]
    [InlineData(RoleTable.NationalAnalyst, null)]
    [InlineData(RoleTable.InformationOfficer, "leeds")]
    [InlineData(RoleTable.Administrator, null)]
    public async Task Who_has_no_Today_gets_the_answer_of_a_page_that_does_not_exist(string role, string? scheme)
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var other = await app.SignInAsync(role, scheme);
        (await other.GetAsync("/today")).Status.ShouldBe(404);
        var home = await other.GetAsync("/");
        home.Status.ShouldBe(302);
        if (role == RoleTable.InformationOfficer)
        {
            home.Location.ShouldBe("/figures", "the return is their work, and what is due of it stands there first");
        }
    }

    [Fact]
    public async Task In_Welsh_too()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var worker = await app.SignInAsync(RoleTable.Worker, "cardiff");
        worker.Cookies["tg-language"] = "cy";
        var page = await worker.GetAsync("/today");
        page.Page.DocumentElement.GetAttribute("lang").ShouldBe("cy");
        page.Body.ShouldContain("Gadael y ddalfa");
        page.Page.QuerySelectorAll("main [lang=en]").ShouldBeEmpty();
    }
}
