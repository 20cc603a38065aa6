using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Browser;

/// <summary>
/// One young person from sentence to closing, walked in the browser: a refusal, a transfer, a changed release date, a release, weeks in which they
/// cannot be reached, a recall and a second release. After each step everything that shows it agrees (<see cref="Agreement"/>).
/// </summary>
public sealed class WholeLifeTests(Chromium chromium)
{
    private TestApp _app = null!;
    private TestBrowser _priya = null!;
    private Walker _walker = null!;
    private Guid _person;

    /// <summary>Where they do not agree, of the whole life.</summary>
    private readonly List<string> _faults = [];

    private string Record => $"/young-people/{_person}";

    [Fact]
    public async Task From_sentence_to_closing_everything_agrees_after_each_step()
    {
        await using var app = _app = await TestApp.StartAsync(Server.Sqlite);
        await using var visitor = await Visitor.ComeAsync(chromium, app.Serve());
        _walker = new(visitor);
        On("2010-03-01");
        _priya = await app.SignInAsync(RoleTable.Worker, "leeds", "Priya Shah");
        var tom = await app.AccountAsync(RoleTable.CaseManager, "leeds", "Tom Bevan");
        await visitor.SignInAsync(_priya.Account);
        var taken = Stopwatch.StartNew();

        await ReferredAsync(tom);
        await OfferedAndPlannedAsync();
        await InCustodyAsync();
        await ReleasedAndOutOfReachAsync();
        await RecalledAsync();
        await ClosedAsync();

        _faults.ShouldBeEmpty(string.Join("\n\n", _faults));
        TestContext.Current.TestOutputHelper?.WriteLine($"A whole life took {taken.Elapsed.TotalSeconds:0} seconds");
    }

    private async Task ReferredAsync(Account tom)
    {
        await _walker.RecordAsync("/young-people/refer", ("Find", "Kai Okafor"));
        await _walker.SendAsync(
            "main form[method=post]",
            [
                ("FirstName", "Kai"), ("LastName", "Okafor"), ("Gender", "male"), ("Ethnicity", "W1"), ("Yot", "leeds"), ("Type", "dto"), ("Months", "8"), ("MainOffence", "robbery"), ("Establishment", "wetherby"),
                .. Day("BornOn", "1994-03-03"), .. Day("SentencedOn", "2010-03-01"), .. Day("ArrestedOn", "2010-01-20"), .. Day("ReferredOn", "2010-03-01"),
            ]
        );
        await _walker.SendAsync("main form[method=post]");
        await using (var db = _app.Context())
        {
            _person = (await db.People.SingleAsync()).Id;
        }

        var today = _walker.Path;
        await _walker.RecordAsync($"{Record}/workers", [("Role", "lead_worker"), ("Worker", _priya.Account.WorkerId.ToString()), .. Day("From", "2010-03-01")]);
        await _walker.RecordAsync($"{Record}/workers", [("Role", "case_manager"), ("Worker", tom.WorkerId.ToString()), .. Day("From", "2010-03-01")]);
        today.ShouldContain(_person.ToString());
        Open(await AgreeAsync("referred"), "OFR-1", "PLN-1");
    }

    private async Task OfferedAndPlannedAsync()
    {
        await NextAsync("2010-03-04");
        await _walker.RecordAsync($"{Record}/offers/record", ("Answer", "refused"), ("OwnWords", "Not now"));
        Open(await AgreeAsync("refused"), "OFR-2");

        await NextAsync("2010-03-08");
        await _walker.RecordAsync($"{Record}/lead-professional", ("Name", "Tom Bevan, YOT"));
        await _walker.RecordAsync($"{Record}/assessments/record", [("Purpose", "start"), .. Scores("2"), .. Day("CompletedOn", "2010-03-08")]);
        await _walker.RecordAsync($"{Record}/plan/draw", ("OwnWords", "I want my own place"), ("Approach", "Short talks"), ("Hours", "2.5"));
        foreach (var pathway in Pathways.All)
        {
            await _walker.RecordAsync(
                $"{Record}/plan/pathway?pathway={pathway}",
                pathway == "ete" ? [("Need", "No school"), ("Goal", "Bricklaying"), ("ResourceKind", "gap"), ("Actions[0].What", "Visit the college"), ("Actions[0].By", "4 5 2010")] : [("NoNeed", "true")]
            );
        }

        Met(await AgreeAsync("planned"), "PLN-1", "PLN-2");

        await NextAsync("2010-03-25");
        await _walker.RecordAsync($"{Record}/offers/record", ("Answer", "accepted"));
        await _walker.RecordAsync($"{Record}/plan/agree", ("By", "person"), ("Answer", "agrees"));
        await _walker.RecordAsync($"{Record}/plan/agree", ("By", "yot"));
        var manager = await _app.SignInAsync(RoleTable.Manager, "leeds");
        (await manager.FillAsync($"{Record}/plan/check", ("Mend[ete]", "Name the college"))).Status.ShouldBe(302);
        Met(await AgreeAsync("accepted and agreed"), "PLN-9", "PLN-7");
    }

    private async Task InCustodyAsync()
    {
        await NextAsync("2010-04-06");
        var sentence = await SentenceAsync();
        await _walker.RecordAsync($"{Record}/sentences/{sentence}/transfer", [("Establishment", "hindley"), .. Day("On", "2010-04-06")]);
        await _walker.OpenAsync("/release", always: true);
        (await _walker.Page.InnerTextAsync("main")).ShouldContain("HMYOI Hindley");
        await AgreeAsync("transferred");

        await NextAsync("2010-04-20");
        await _walker.RecordAsync($"{Record}/sentences/{sentence}/date/release", [("SaidBy", "Hindley"), .. Day("ValueOn", "2010-06-24"), .. Day("KnownFrom", "2010-04-20")]);
        await _walker.RecordAsync($"{Record}/contacts/record", ("Kind", "custody_visit"), ("Minutes", "60"));
        var due = await AgreeAsync("another release date");
        due.Where(d => d.RuleId == "REL-3").Select(d => d.Due).ShouldBe([SampleBundle.Calendar.WorkingDaysBefore(Day("2010-06-24"), 10)]);

        await NextAsync("2010-06-01");
        await _walker.RecordAsync($"{Record}/release/items/who_meets", ("State", "done"), ("ByWhom", "Priya Shah"));
        await _walker.RecordAsync($"{Record}/accommodation/record", [("Type", "parents"), ("Suitable", "yes"), .. Day("From", "2010-06-24"), .. Day("ConfirmedOn", "2010-06-01"), .. Day("ToldOn", "2010-06-01")]);
        await _walker.RecordAsync($"{Record}/reviews/record", [("Kind", "pre_release"), ("There", "young_person"), ("Decided", "Home to his mother")]);
        Met(await AgreeAsync("ready to leave"), "REL-1", "REL-3", "REL-5");
    }

    private async Task ReleasedAndOutOfReachAsync()
    {
        await NextAsync("2010-06-24");
        await _walker.RecordAsync($"{Record}/sentences/{await SentenceAsync()}/release", Day("ReleasedOn", "2010-06-24"));
        await _walker.RecordAsync($"{Record}/contacts/record", ("Kind", "release_day_meeting"), ("Minutes", "90"));
        Met(await AgreeAsync("released"), "REL-2");

        foreach (var day in new[] { "2010-07-01", "2010-07-08", "2010-07-15" })
        {
            await NextAsync(day);
            await _walker.RecordAsync($"{Record}/contacts/record", ("Kind", "appointment"), ("Outcome", "missed"));
        }

        await AgreeAsync("cannot be reached");
        await NextAsync("2010-07-22");
        await _walker.RecordAsync($"{Record}/contacts/record", ("Kind", "re_engagement"), ("Minutes", "30"));
        await _walker.RecordAsync($"{Record}/reviews/record", [("Kind", "quarterly"), ("There", "young_person"), ("Decided", "We go on")]);
        await AgreeAsync("re-engaged and reviewed");
    }

    private async Task RecalledAsync()
    {
        await NextAsync("2010-08-02");
        await _walker.RecordAsync(
            $"{Record}/sentences/{await SentenceAsync()}/return",
            [("Reason", "recall"), ("Establishment", "wetherby"), ("SaidBy", "Wetherby"), .. Day("On", "2010-08-02"), .. Day("ExpectedOn", "2010-09-13"), .. Day("EndsOn", "2010-10-31")]
        );
        var again = await AgreeAsync("recalled");
        Open(again, "REL-1", "REL-3", "REL-5");
        await _walker.OpenAsync("/release", always: true);

        await NextAsync("2010-09-13");
        await _walker.RecordAsync($"{Record}/sentences/{await SentenceAsync()}/release", Day("ReleasedOn", "2010-09-13"));
        await AgreeAsync("released again, nobody at the gate yet");
        await _walker.RecordAsync($"{Record}/contacts/record", ("Kind", "release_day_meeting"), ("Minutes", "60"));
        await AgreeAsync("released again");
    }

    private async Task ClosedAsync()
    {
        await NextAsync("2010-10-29");
        await _walker.RecordAsync($"{Record}/decide/order-end", ("By", "R. Hale"), ("WhoCarriesOn", "Priya Shah, resettlement"));
        await _walker.RecordAsync($"{Record}/assessments/record", [("Purpose", "programme_end"), .. Scores("1"), .. Day("CompletedOn", "2010-10-29")]);
        await AgreeAsync("the order ends");

        await NextAsync("2010-11-15");
        await _walker.OpenAsync($"{Record}/close");
        await _walker.SendAsync("#gather", ("YotView", "Agreed"), ("OwnView", "I can do this"), ("ServicesThatGoOn", "Mentor"), ("TookPart", "true"));
        await _walker.OpenAsync($"{Record}/close");
        await _walker.SendAsync("#close", [("Reason", "no_longer_helps"), .. Day("On", "2010-11-15")]);
        var none = await AgreeAsync("closed");
        _faults.AddRange(none.Where(d => d.IsOpen).Select(d => $"{d.RuleId} is open after closing"));
        (await _priya.GetAsync($"/figures/return/leeds/2010-11/3/who/{_person}")).Texts("h1").Single().ShouldEndWith(": counted in this return");
        await _walker.OpenAsync(Record, always: true);
        await _walker.OpenAsync("/young-people?show=closed");
        (await _walker.Page.InnerTextAsync("main")).ShouldContain("Kai Okafor");
    }

    /// <summary>Today is opened in the browser and checked; then everything is compared.</summary>
    private async Task<IReadOnlyList<Duty>> AgreeAsync(string step)
    {
        await _walker.OpenAsync("/today", always: true);
        var (duties, faults) = await new Agreement(_app, _priya, _person).AsReckonedAsync(step);
        _faults.AddRange(faults);
        return duties;
    }

    private async Task NextAsync(string day)
    {
        On(day);
        _priya = await _app.SignInAsync(_priya);
        await _walker.SignedInAsync(_priya);
    }

    private void On(string day) => _app.Clock.Set(new DateTimeOffset(Day(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));

    /// <summary>The sentence that holds, or held last.</summary>
    private async Task<Guid> SentenceAsync()
    {
        await using var db = _app.Context();
        return (await db.Sentences.OrderByDescending(s => s.SentencedOn).FirstAsync()).Id;
    }

    private static IEnumerable<(string, string?)> Scores(string each) => Enumerable.Range(0, Throughgate.Domain.Assessments.Assessment.Sections.Count).Select(i => ($"Scores[{i}]", (string?)each));

    private void Open(IReadOnlyList<Duty> duties, params string[] rules) => Among(duties.Where(d => d.IsOpen), rules, "open");

    private void Met(IReadOnlyList<Duty> duties, params string[] rules) => Among(duties.Where(d => d.State is DutyState.Met or DutyState.MetLate), rules, "met");

    private void Among(IEnumerable<Duty> duties, string[] rules, string state) =>
        _faults.AddRange(rules.Except(duties.Select(d => d.RuleId)).Select(r => $"{r} should be {state} on {_app.Clock.GetUtcNow():yyyy-MM-dd}; {state} are {string.Join(", ", duties.Select(d => d.RuleId))}"));
}
