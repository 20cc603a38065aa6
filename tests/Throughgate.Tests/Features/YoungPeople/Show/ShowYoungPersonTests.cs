using System.Net;
using System.Text.RegularExpressions;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.YoungPeople.Show;
using Throughgate.Web.History;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.YoungPeople.Show;

public sealed partial class ShowYoungPersonTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Shows_who_where_with_whom_and_what_is_due(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        await using (var db = app.Context())
        {
            await db.RecordsFromAsync("leeds", "2010-05-04");
        }

        var answer = await OpenAsync(app, $"/young-people/{id}");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Page.Title.ShouldBe("Young person – Throughgate");
        Read(answer, "h1").Single().ShouldBe("Jordan Evans, 16");
        answer.Texts(".tg-top__where").Single().ShouldBe("In custody at Wetherby, leaves in 9 days (Thu 13 May 2010)");
        answer.Texts(".tg-alerts a").ShouldBe(["Leaves custody in 9 days, and no suitable address is confirmed"]);
        var facts = Read(answer, ".tg-facts div");
        facts.ShouldContain("Lead worker Priya Shah");
        facts.ShouldContain("Case manager Rhian Cole");
        facts.ShouldContain("Mentor not allocated");
        facts.ShouldContain("Support plan Agreed 2 March 2010");
        facts.ShouldContain("Care Looked after");

        answer.Texts("#due-title").Single().ShouldBe("What is due (4)");
        Read(answer, "#due > .tg-duties > li .tg-duty__what").ShouldBe(["Confirm a suitable address", "Exchange information with custody", "Name the social worker", "Hold a review of the plan"]);
        answer.Texts("#due > .tg-duties > li .tg-state").ShouldBe(["Overdue 5 days", "Due Thu 13 May 2010", "Due Tue 15 June 2010", "Due Thu 15 July 2010"]);
        var why = Read(answer, "#due > .tg-duties > li details")[0];
        why.ShouldContain("at least 14 days before release");
        why.ShouldContain("Reckoned from: Expected release, 13 May 2010. Due by 29 April 2010.");
        why.ShouldContain("A scheme manager can change it");
        answer.Page.QuerySelector("#due details a")!.GetAttribute("href").ShouldBe("/rules#REL-3");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Shows_everything_recorded(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        var answer = await OpenAsync(app, $"/young-people/{id}?on=2010-10-01");

        string Part(string part) => Read(answer, $"#{part}").Single();
        Part("plan").ShouldContain("Agreed by the YOT Tue 2 March 2010, 6 months ago");
        Part("plan").ShouldContain("Last day of support Sat 12 March 2011");
        Part("contacts").ShouldContain("4 contacts, 3 attended. Last seen Thu 13 May 2010, 20 weeks ago.");
        Read(answer, "#contacts tbody tr")[0]
            .ShouldBe("Thu 13 May 2010 08:15 Meeting on the day of release Attended Resettlement support (voluntary) 60");
        Part("offers").ShouldContain("Mon 8 February 2010 Refused · In custody");
        Part("reviews").ShouldContain("Thu 15 April 2010 Pre-release meeting");
        Read(answer, "#assessments tbody tr").Take(3)
            .ShouldBe(["Living arrangements 4 1 −3", "Family and personal relationships 3 3 0", "Education, training and employment 2 3 +1"]);
        Read(answer, "#education tbody tr")
            .ShouldBe(["26 April 2010 None In custody or on remand 0", "19 April 2010 Pupil referral unit or alternative provision, 10 hours Training course or traineeship, 2.5 hours 12.5"]);
        Read(answer, "#accommodation tbody tr")
            .ShouldBe(["Supported accommodation or lodgings 13 May 2010 – Yes 11 May 2010 12 May 2010"]);
        Part("sentences").ShouldContain("Expected release Thu 13 May 2010 Thu 13 May 2010, known since 6 April 2010 Tue 1 June 2010, known since 1 February 2010");
        Part("sentences").ShouldContain("HMYOI Wetherby (incl. Keppel Unit), from 20 February 2010");
        Read(answer, "#people tbody tr")
            .ShouldBe(["Rhian Cole Case manager 1 April 2010 now", "Priya Shah Lead worker 3 February 2010 now", "Tom Bevan Case manager 1 February 2010 31 March 2010"]);
        answer.Texts(".tg-journey__item a").ShouldBe(
            [
                "Sentence", "Offer refused", "Offer accepted", "Plan agreed", "Review", "Released", "Review", "Position review", "Order ends", "Last day of support",
            ],
            ignoreOrder: true
        );
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_day_hides_what_came_later_and_says_so(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        var answer = await OpenAsync(app, $"/young-people/{id}?on=2010-02-16");

        answer.Texts(".tg-banner--day").Single().ShouldContain("Tuesday 16 February 2010");
        answer.Texts(".tg-top__where").Single().ShouldBe("In custody at Feltham, leaves in 15 weeks (Tue 1 June 2010)");
        foreach (var later in new[] { "Rhian Cole", "Wetherby", "13 May 2010", "Accepted", "Supported accommodation", "End of the order", "Pre-release" })
        {
            answer.Page.Body!.TextContent.ShouldNotContain(later);
        }

        Read(answer, "#plan").Single().ShouldContain("Agreed by the YOT not yet");
        answer.Texts("#contacts .tg-empty").ShouldHaveSingleItem();
        answer.Texts("#offers li").ShouldHaveSingleItem();
        (await OpenAsync(app, $"/young-people/{id}?on=2010-02-30")).Texts(".tg-banner--day").Single().ShouldContain("2010-02-30");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_of_another_scheme_and_nobody_are_the_same_404(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var elsewhere = await SaveAsync(app, AYoungPerson().Living("cardiff").With(ADto("2010-02-01").With(ACase("cardiff"))));
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");

        var nobodys = Guid.CreateVersion7();
        var notTheirs = await worker.GetAsync($"/young-people/{elsewhere}");
        var nobody = await worker.GetAsync($"/young-people/{nobodys}");

        notTheirs.Status.ShouldBe(404);
        nobody.Status.ShouldBe(404);
        // Form tokens differ at each answer; nothing else may.
        Without(notTheirs, elsewhere).ShouldBe(Without(nobody, nobodys));
        (await app.LogAsync()).Count(r => r.Outcome == "refused").ShouldBe(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Reading_is_on_record_before_the_page_is_shown(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        await OpenAsync(app, $"/young-people/{id}");

        var row = (await app.LogAsync()).Last(r => r.Action.Contains("young-people", StringComparison.Ordinal));
        row.People.ShouldBe($"[\"{id}\"]");
        row.Outcome.ShouldBe("shown");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_empty_record_says_what_would_be_here(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, AYoungPerson().Named("Seren", "Price").Living("leeds"));
        var answer = await OpenAsync(app, $"/young-people/{id}");

        answer.Texts(".tg-top__where").Single().ShouldBe("In the community");
        answer.Texts("#due .tg-empty").Single().ShouldContain("No programme of this scheme is open");
        answer.Texts("#sentences .tg-empty").ShouldHaveSingleItem();
        answer.Page.QuerySelector(".tg-journey").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Hundreds_of_contacts_are_shown_twenty_first_and_all_when_asked(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var first = new DateTime(2009, 5, 1, 10, 0, 0, DateTimeKind.Unspecified);
        var contacts = Enumerable.Range(0, 360).Select(i => AContact(first.AddDays(i).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        var id = await SaveAsync(app, AYoungPerson().With(AYro("2009-04-20").EndsOn("2010-10-19").With(ACase().AgreedOn("2009-04-28").With(contacts))));

        var answer = await OpenAsync(app, $"/young-people/{id}");
        answer.Texts("#contacts tbody tr").Count.ShouldBe(20);
        answer.Texts("#contacts tbody tr")[0].ShouldStartWith("Sun 25 April 2010");
        var all = answer.Page.QuerySelectorAll("#contacts a").Single(a => a.TextContent == "Show all 360 contacts").GetAttribute("href")!;
        (await OpenAsync(app, all)).Texts("#contacts tbody tr").Count.ShouldBe(360);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Names_are_text_whatever_they_hold(Server server)
    {
        const string Hostile = "<script>alert('x')</script>";
        const string Attribute = "\" onmouseover=\"alert(1)";
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var longest = new string('W', 300);
        var id = await SaveAsync(
            app,
            AYoungPerson()
                .Named(Hostile, longest)
                .Speaking(Attribute)
                .With(ADto("2010-02-01").ExpectedOn("2010-05-13").With(ACase().AllocatedTo(Hostile + Attribute, "2010-02-01")))
        );
        var answer = await OpenAsync(app, $"/young-people/{id}");

        Read(answer, "h1").Single().ShouldBe($"{Hostile} {longest}, 16");
        answer.Page.QuerySelectorAll("main script, main [onmouseover]").ShouldBeEmpty();
        answer.Texts("#offers .tg-empty").Single().ShouldStartWith(Hostile);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_several_programmes_the_newest_in_view_is_shown_and_others_can_be_chosen(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var person = AYoungPerson()
            .With(
                AYro("2008-01-10").EndsOn("2008-07-09").With(ACase().AgreedOn("2008-01-20").ClosedOn("2008-07-09").With(AContact("2008-03-03"))),
                ADto("2010-02-01").ExpectedOn("2010-06-01").With(ACase(), ACase("cardiff").ReferredOn("2010-02-02").With(AContact("2010-03-01")))
            );
        var id = await SaveAsync(app, person);

        var answer = await OpenAsync(app, $"/young-people/{id}");
        Read(answer, ".tg-programmes a").ShouldBe(["Programme of 1 February 2010, open", "Programme of 10 January 2008, closed 9 July 2008"]);
        answer.Texts("#contacts .tg-empty").ShouldHaveSingleItem();
        answer.Page.Body!.TextContent.ShouldContain("Programmes with other schemes");
        var other = await OpenAsync(app, answer.Page.QuerySelectorAll(".tg-programmes a")[1].GetAttribute("href")!);
        other.Texts("#contacts tbody tr").ShouldHaveSingleItem();
        (await OpenAsync(app, $"/young-people/{id}?programme={person.Sentences[1].Cases[1].Id}")).Status.ShouldBe(404);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task In_Welsh_no_English_is_left(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        worker.Cookies["tg-language"] = "cy";
        var answer = await worker.GetAsync($"/young-people/{id}?on=2010-09-30");

        answer.Page.DocumentElement.GetAttribute("lang").ShouldBe("cy");
        answer.Texts("main [lang=en]").ShouldBeEmpty();
        answer.Texts("#due-title").Single().ShouldStartWith("Beth sydd i'w wneud");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_duties_on_the_page_are_those_of_the_rules(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var id = await SaveAsync(app, Jordan.AsBuilt());
        foreach (var on in new[] { "2010-02-01", "2010-02-16", "2010-04-30", "2010-05-13", "2010-05-14", "2010-08-16", "2011-03-01" })
        {
            var answer = await OpenAsync(app, $"/young-people/{id}?on={on}");
            await using var connection = await app.Connection.OpenAsync();
            var facts = await connection.FactsOfAsync([id], Gather.All);
            var duties = DutyRules.DutiesOf(facts, "leeds", Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
            answer.Page.QuerySelectorAll(".tg-duty").Select(d => d.Id![..14]).ShouldBe(
                duties.Select(d => $"{d.RuleId}-{d.Due:yyyyMMdd}"[..14]),
                ignoreOrder: true,
                on
            );
            answer.Texts("#due-title").Single().ShouldBe($"What is due ({duties.Count(d => d.IsOpen)})");
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task History_tells_what_was_imported_and_hides_it_from_days_before(Server server)
    {
        await using var app = await Jordan.OnFourthOfMayAsync(server);
        var import = new ImportRow { At = Jordan.Morning.AddDays(-10), ActorName = "Nia Rowlands", Name = "april.zip", Added = 2 };
        await using (var db = app.Context())
        {
            db.Imports.Add(import);
            await db.SaveChangesAsync();
        }

        var person = Jordan.AsBuilt().ImportedBy(import.Id);
        var id = await SaveAsync(app, person);
        var was = new Dictionary<string, string?> { ["outcome"] = "planned" };
        var now = new Dictionary<string, string?> { ["outcome"] = "attended" };
        await using (var db = app.Context())
        {
            var changed = new RowImported("contacts", "K1", was, now) { PersonId = id, CaseId = person.Sentences[0].Cases[0].Id, ImportId = import.Id };
            var elsewhere = new RowImported("contacts", "K2", was, now) { PersonId = id, CaseId = Guid.CreateVersion7() };
            await db.SaveAsync(Actor.CommandLine, app.Clock, changed, elsewhere);
        }

        Read(await OpenAsync(app, $"/young-people/{id}"), "#history li").ShouldBe(
            [
                "Tue 4 May 2010 09:00 An import changed contacts: outcome attended, before: outcome planned · command line",
                "Sat 24 April 2010 09:00 Imported from april.zip: 1 row · Nia Rowlands",
            ]
        );
        (await OpenAsync(app, $"/young-people/{id}?on=2010-04-23")).Texts("#history .tg-empty").ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_history_event_has_its_line() => HistoryEvent.All.Select(HistoryEvent.KindOf).Where(k => !EventInWords.Knows(k)).ShouldBeEmpty();

    private static Task<Guid> SaveAsync(TestApp app, PersonBuilder person) => person.SaveAsync(app.Context());

    private static async Task<TestAnswer> OpenAsync(TestApp app, string path) => await (await app.SignInAsync(RoleTable.Worker, "leeds")).GetAsync(path);

    /// <summary>The texts of the elements as they are read: a space between elements, none before a comma.</summary>
    private static IReadOnlyList<string> Read(TestAnswer answer, string selector) =>
        [.. answer.Page.QuerySelectorAll(selector).Select(e => Clean(WebUtility.HtmlDecode(Tag().Replace(e.InnerHtml, " "))))];

    private static string Clean(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private static string Without(TestAnswer answer, Guid id)
    {
        foreach (var token in answer.Page.QuerySelectorAll("input[type=hidden]"))
        {
            token.RemoveAttribute("value");
        }

        return answer.Page.DocumentElement.OuterHtml.Replace(id.ToString(), "ID", StringComparison.Ordinal);
    }
}
