using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Features.Caseload.Import;
using Throughgate.Web.Features.Closing;
using Throughgate.Web.Features.Contacts.Record;
using Throughgate.Web.Features.Sentences;
using Throughgate.Web.History;
using Throughgate.Web.Jobs;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.Today.Show;

/// <summary>What Today says besides one's own duties: cover, the ladder, and what others changed.</summary>
public sealed class TodayForEachTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    private static PersonBuilder Leaver(string first, string worker, out CaseBuilder programme, string scheme = "leeds")
    {
        programme = ACase(scheme).AgreedOn("2010-03-10").LedFrom("2010-03-02").PlannedOn("2010-03-05").AllocatedTo(worker, "2010-03-02").With(AnOffer("2010-03-05").InCustody());
        return AYoungPerson().Named(first, "Evans").Living(scheme)
            .With(ADto("2010-03-01").HeldAt("wetherby").ExpectedOn("2010-05-19").EndsOn("2010-09-12").With(programme));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_covers_sees_the_colleague_s_young_people_marked_and_a_manager_who_is_not_covered(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await Leaver("Jordan", "Priya Shah", out _).SaveAsync(app);
        await Leaver("Kai", "Tom Bevan", out _).SaveAsync(app);
        await Leaver("Seren", "Somebody Else", out _).SaveAsync(app);
        On(app, "2010-05-10");
        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var tom = await app.SignInAsync(RoleTable.Worker, "leeds", "Tom Bevan");
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var his = tom.Account.WorkerId!.Value.ToString();
        (await manager.FillAsync("/team", [("Worker", his), .. Day("From", "2010-05-10"), .. Day("To", "2010-05-14")])).Status.ShouldBe(302);

        var team = await manager.GetAsync("/today");
        var alone = team.Page.QuerySelector("section[aria-labelledby=uncovered] .tg-row").ShouldNotBeNull();
        alone.TextContent.ShouldContain("Tom Bevan");
        alone.TextContent.ShouldContain("1 case");
        Row(team, "team", "Tom Bevan").ShouldContain("nobody covers");
        (await priya.GetAsync("/today")).Body.ShouldNotContain("Kai Evans");

        var leave = (await manager.GetAsync("/team")).Page.QuerySelector("input[name=TakeBack]")!.GetAttribute("value")!;
        (await manager.SendAgainAsync(await manager.GetAsync("/team"), "/team", ("TakeBack", leave))).Status.ShouldBe(302);
        (await manager.FillAsync("/team", [("Worker", his), ("Cover", priya.Account.WorkerId!.Value.ToString()), .. Day("From", "2010-05-10"), .. Day("To", "2010-05-14")])).Status.ShouldBe(302);

        var page = await priya.GetAsync("/today");
        page.Texts("#cover").Single().ShouldStartWith("You cover for Tom Bevan, who is away until Fri 14 May 2010. 1 of the cases below is theirs");
        Row(page, "first", "Kai Evans").ShouldContain("for Tom Bevan, away until Fri 14 May 2010");
        Row(page, "first", "Jordan Evans").ShouldNotContain("away until");
        page.Body.ShouldNotContain("Seren Evans");
        page.Texts("section[aria-labelledby=overdue] h3").Where(h => h.Contains("Kai", StringComparison.Ordinal)).ShouldAllBe(h => h.Contains("for Tom Bevan"));
        team = await manager.GetAsync("/today");
        team.Page.QuerySelector("#uncovered").ShouldBeNull();
        Row(team, "team", "Tom Bevan").ShouldContain("until 14 May 2010, Priya Shah covers");

        // Who covers and is away does not cover; and when the leave is over, the young people are on their own worker's Today alone.
        (await priya.FillAsync("/team", [("Worker", priya.Account.WorkerId!.Value.ToString()), .. Day("From", "2010-05-12"), .. Day("To", "2010-05-12")])).Status.ShouldBe(302);
        var wednesday = await manager.GetAsync("/today?on=2010-05-12");
        wednesday.Texts("section[aria-labelledby=uncovered] .tg-row").Count.ShouldBe(2);
        wednesday.Texts("section[aria-labelledby=uncovered]").Single().ShouldContain("Priya Shah covers, and is away too");
        (await priya.GetAsync("/today?on=2010-05-17")).Body.ShouldNotContain("Kai Evans");
    }

    [Fact]
    public async Task What_is_escalated_stands_on_the_manager_s_Today_to_be_answered_and_on_the_worker_s()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        On(app, "2010-03-30");
        await AYoungPerson().Named("Kai", "Okafor").Living("leeds").With(ADto("2010-03-01").With(ACase().AllocatedTo("Tom Bevan", "2010-03-02"))).SaveAsync(app);
        await app.Services.GetServices<IHostedService>().OfType<EveryMorning>().Single().RunAsync(CancellationToken.None);
        var manager = await app.SignInAsync(RoleTable.Manager, "leeds");
        var tom = await app.SignInAsync(RoleTable.Worker, "leeds", "Tom Bevan");
        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");

        var page = await manager.GetAsync("/today");
        var before = page.Texts("section[aria-labelledby=escalated] .tg-row");
        before.ShouldAllBe(r => r.Contains("Kai Okafor"));
        var answer = page.Page.QuerySelector("section[aria-labelledby=escalated] .tg-row a[href^='/escalations/']")!.GetAttribute("href")!;
        (await manager.FillAsync(answer, [("Answer", "Asked the YOT"), .. Day("RestsUntil", "2010-04-09")])).Status.ShouldBe(302);
        int Escalated(TestAnswer on) => int.Parse((on.Texts("#escalated").SingleOrDefault() ?? "0").Split(' ')[0]);
        Escalated(await manager.GetAsync("/today")).ShouldBe(Escalated(page) - 1);

        var his = await tom.GetAsync("/today");
        Escalated(his).ShouldBe(Escalated(page) - 1);
        his.Texts("section[aria-labelledby=escalated] .tg-row")[0].ShouldContain("With ");
        his.Page.QuerySelector("a[href^='/escalations/']").ShouldBeNull();
        (await priya.GetAsync("/today")).Page.QuerySelector("#escalated").ShouldBeNull();
        (await tom.GetAsync("/today?on=2010-03-29")).Page.QuerySelector("#escalated").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Since_yesterday_tells_what_others_changed_dates_first_and_nothing_of_one_s_own_or_of_others_people(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var jordan = await Leaver("Jordan", "Priya Shah", out var hers).SaveAsync(app);
        var kai = await Leaver("Kai", "Tom Bevan", out var his).SaveAsync(app);
        var gone = await Leaver("Ella", "Priya Shah", out var closed).SaveAsync(app);
        var cardiff = await Leaver("Rhys", "Priya Shah", out var theirs, "cardiff").SaveAsync(app);
        On(app, "2010-05-11");
        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var ann = new Actor(Guid.CreateVersion7(), "Ann Other", RoleTable.Worker, "leeds");
        var herself = new Actor(priya.Account.Id, "Priya Shah", RoleTable.Worker, "leeds");
        async Task<string> SinceAsync(string on) => Plain((await priya.GetAsync(on)).Page.QuerySelector("section[aria-labelledby=news]")!.TextContent);
        (await SinceAsync("/today")).ShouldBe("Since yesterday Nobody else changed anything about your young people.");

        await TellAsync(app, ann, "2010-05-10 16:00", new SentenceDateChanged(Guid.Empty, "expected_release", Day("2010-05-19"), Day("2010-05-26"), Day("2010-05-10"), "Wetherby") { PersonId = jordan, CaseId = hers.Id });
        await TellAsync(app, ann, "2010-05-11 07:30", Contact(jordan, hers, "phone"), Contact(jordan, hers, "appointment"), Contact(jordan, hers, "home_visit"));
        await TellAsync(app, ann, "2010-05-11 07:45", Contact(kai, his, "phone"));
        await TellAsync(app, ann with { Scheme = "cardiff" }, "2010-05-11 07:45", Contact(cardiff, theirs, "phone"));
        await TellAsync(app, herself, "2010-05-11 07:50", new YoungPersonTransferred(Guid.Empty, null, "parc", Day("2010-05-11")) { PersonId = jordan, CaseId = hers.Id });
        await TellAsync(app, ann, "2010-05-07 16:00", new ReleaseEntered(Guid.Empty, null, Day("2010-05-07")) { PersonId = jordan, CaseId = hers.Id });
        await using (var db = app.Context())
        {
            var row = db.Cases.Single(c => c.Id == closed.Id);
            (row.ClosedOn, row.ClosingReason) = (Day("2010-05-11"), "withdrew");
            await db.SaveAsync(ann, new At("2010-05-11 07:20"), new ProgrammeClosed(Day("2010-05-11"), "withdrew") { PersonId = gone, CaseId = closed.Id });
        }

        On(app, "2010-05-11");
        var page = await priya.GetAsync("/today");
        page.Texts("#news").Single().ShouldBe("Since yesterday");
        var lines = page.Texts("section[aria-labelledby=news] .tg-row").Select(Plain).ToList();
        lines.Count.ShouldBe(3, string.Join('\n', lines));
        lines[0].ShouldBe("Jordan Evans Expected release changed: Wed 26 May 2010, before Wed 19 May 2010, said by Wetherby Ann Other, yesterday 17:00");
        lines[1].ShouldContain("and 2 more of the kind Ann Other, today 08:30");
        lines[2].ShouldStartWith("Ella Evans");
        page.Body.ShouldNotContain("Kai Evans");
        page.Body.ShouldNotContain("Rhys Evans");
        (await app.LogAsync()).Last(r => r.ActorId == priya.Account.Id).People.ShouldContain(gone.ToString());
        (await (await app.SignInAsync(RoleTable.Manager, "leeds")).GetAsync("/today")).Texts("section[aria-labelledby=news] .tg-row").Count.ShouldBe(5);

        // The day before, and the Monday after: each since the last working day before it.
        (await SinceAsync("/today?on=2010-05-10")).ShouldStartWith("Since Fri 7 May 2010 Jordan Evans Expected release changed");
        (await SinceAsync("/today?on=2010-05-10")).ShouldContain("Released on Fri 7 May 2010");
        (await SinceAsync("/today?on=2010-05-17")).ShouldStartWith("Since Fri 14 May 2010 Nobody else");

        // Back from a week's leave: since the last day before it.
        On(app, "2010-05-17");
        priya = await app.SignInAsync(priya);
        (await priya.FillAsync("/team", [("Worker", priya.Account.WorkerId!.Value.ToString()), .. Day("From", "2010-05-17"), .. Day("To", "2010-05-18")])).Status.ShouldBe(302);
        On(app, "2010-05-19");
        priya = await app.SignInAsync(priya);
        (await SinceAsync("/today")).ShouldStartWith("Since Fri 14 May 2010");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_is_one_line_with_its_figures_and_the_dates_it_changed_come_first(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        using var bundle = BundleFolder.Small().Replace("cases", "2010-08-01,withdrew", ",");
        On(app, "2010-02-10");
        await BringAsync(app, bundle);
        On(app, "2010-02-16");
        bundle.Replace("sentences", "ashfield,2010-03-01,2010-03-01,", "wetherby,2010-03-08,,").With("contacts", "K9,C1,2010-02-15T10:00,60,custody_visit,irs,attended");
        await BringAsync(app, bundle);
        var jo = await app.SignInAsync(RoleTable.Worker, "leeds", "Jo Marsden");
        var lines = (await jo.GetAsync("/today")).Texts("section[aria-labelledby=news] .tg-row").Select(Plain).ToList();

        lines.Count.ShouldBe(3, string.Join('\n', lines));
        lines[0].ShouldStartWith("Ann Jones Imported: now at HMYOI Wetherby, before HMYOI Ashfield command line, today 08:00");
        lines[1].ShouldStartWith("Ann Jones Imported: expected release Mon 8 March 2010, before Mon 1 March 2010");
        lines[2].ShouldContain(".zip was imported: rows added 1, rows changed 1; 1 of your young people has a row changed");

        // Of Lewisham, where the bundle brought nothing, nobody is told.
        var lewisham = await app.SignInAsync(RoleTable.Manager, "lewisham");
        (await lewisham.GetAsync("/today")).Texts("section[aria-labelledby=news] .tg-row").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dozen_lines_and_how_many_more()
    {
        await using var app = await TestApp.StartAsync(Server.Sqlite);
        var ann = new Actor(Guid.CreateVersion7(), "Ann Other", RoleTable.Worker, "leeds");
        for (var i = 0; i < 15; i++)
        {
            var person = await Leaver($"Jordan{i}", "Priya Shah", out var programme).SaveAsync(app);
            await TellAsync(app, ann, "2010-05-10 16:00", Contact(person, programme, "phone"));
        }

        On(app, "2010-05-11");
        var priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var page = await priya.GetAsync("/today");
        page.Texts("section[aria-labelledby=news] .tg-row").Count.ShouldBe(12);
        page.Texts("section[aria-labelledby=news] > p").Single().ShouldBe("and 3 more");
        (await priya.GetAsync("/today?all=true")).Texts("section[aria-labelledby=news] .tg-row").Count.ShouldBe(15);
    }

    private static ContactRecorded Contact(Guid person, CaseBuilder programme, string kind) =>
        new(Guid.CreateVersion7(), new DateTime(2010, 5, 10, 15, 0, 0), kind, "attended", "irs", 30) { PersonId = person, CaseId = programme.Id };

    private static async Task TellAsync(TestApp app, Actor by, string at, params HistoryEvent[] events)
    {
        await using var db = app.Context();
        await db.SaveAsync(by, new At(at), events);
    }

    private static async Task BringAsync(TestApp app, BundleFolder bundle) =>
        (await new ImportCaseload(app.Connection, app.Clock).RunAsync(bundle.Path, Actor.CommandLine, "leeds.zip")).Problems.ShouldBeEmpty();

    private static void On(TestApp app, string day) => app.Clock.Set(new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero));

    private static string Row(TestAnswer page, string section, string who) =>
        Plain(page.Page.QuerySelectorAll($"section[aria-labelledby={section}] .tg-row, section[aria-labelledby={section}] tbody tr").First(r => r.TextContent.Contains(who, StringComparison.Ordinal)).TextContent);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class At(string instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(instant + "Z", CultureInfo.InvariantCulture);
    }
}
