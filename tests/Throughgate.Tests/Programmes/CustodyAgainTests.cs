using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Sentences;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Programmes;

/// <summary>Released on 1 June 2010, recalled on Monday 5 July, expected out again on 6 September.</summary>
[Trait("rule", "OPN-4")]
public class CustodyAgainTests
{
    [Fact]
    public void The_duties_of_custody_are_asked_again_from_the_day_of_return()
    {
        var person = Recalled(new ACase { LeadProfessional = Day("2010-03-02"), PlanDrawnUp = Day("2010-03-10") }.Started("2010-03-20").Review("2010-07-14"));
        On(person, "2010-07-20", "PLN-1").ShouldBe(["2010-03-08 met 2010-03-02", "2010-07-12 met 2010-03-02"]);
        On(person, "2010-07-20", "PLN-2").ShouldBe(["2010-03-15 met 2010-03-10", "2010-07-19 met 2010-07-14"]);
        On(person, "2010-07-20", "REL-3").ShouldBe(["2010-05-18 missed", "2010-08-23 due"]);
        On(person, "2010-07-01", "REL-3").ShouldBe(["2010-05-18 missed"]); // before the return there was none
    }

    [Fact]
    public void Whoever_had_refused_is_offered_support_anew()
    {
        var person = Recalled(new ACase().Refused("2010-03-05").Refused("2010-06-20").Refused("2010-07-09"));
        On(person, "2010-07-20", "OFR-1").ShouldBe(["2010-03-15 met 2010-03-05", "2010-07-19 met 2010-07-09"]);
        On(person, "2010-07-20", "OFR-2").Last().ShouldBe("2010-08-09 due"); // 28 days before 6 September
    }

    [Fact]
    public void The_programme_itself_is_asked_once()
    {
        var person = Recalled(new ACase().Started("2010-03-20"));
        On(person, "2010-07-20", "PLN-4").ShouldBe(["2010-06-20 overdue"]);
    }

    [Fact]
    public void The_second_release_has_its_own_meeting_at_the_gate()
    {
        var person = Recalled(new ACase().Started("2010-03-20").MetAtGate("2010-06-01"), released: "2010-09-06");
        On(person, "2010-09-07", "REL-2").ShouldBe(["2010-06-01 met 2010-06-01", "2010-09-06 missed"]);
    }

    [Fact]
    [Trait("rule", "REL-1")]
    public void Everything_about_release_is_asked_again_and_what_was_done_before_the_first_does_not_meet_it()
    {
        string[] items = [ReleaseItems.WhoMeets, .. ReleaseItems.List];
        var ready = Recalled(new ACase().Started("2010-03-20"), facts: f => f with { ReleaseItems = [.. items.Select(i => new ReleaseItem(i, "done", Day("2010-05-10")))] });
        // Ten working days before Monday 6 September: the bank holiday is 30 August.
        On(ready, "2010-07-20", "REL-1").ShouldBe(["2010-05-17 met 2010-05-10", "2010-08-20 due"]);
        On(ready, "2010-07-20", "REL-6").ShouldBe(["2010-05-18 met 2010-05-10", "2010-08-23 due"]);

        var facts = ready.Cases[0];
        var again = ready with { Cases = [facts with { ReleaseItems = [.. facts.ReleaseItems, .. items.Select(i => new ReleaseItem(i, "done", Day("2010-08-24")))] }] };
        On(again, "2010-08-24", "REL-1").ShouldBe(["2010-05-17 met 2010-05-10", "2010-08-20 met_late 2010-08-24"]);
        On(again, "2010-08-24", "REL-6").ShouldBe(["2010-05-18 met 2010-05-10", "2010-08-23 met_late 2010-08-24"]);
    }

    [Fact]
    [Trait("rule", "REL-7")]
    public void The_education_background_is_asked_and_answered_again()
    {
        var person = Recalled(new ACase().Started("2010-03-20"), facts: f => f with { Exchanges = [new("education_answered", Day("2010-03-04")), new("education_asked", Day("2010-07-06"))] });
        On(person, "2010-07-08", "REL-7").ShouldBe(["2010-03-03 met_late 2010-03-04", "2010-03-08 met 2010-03-04", "2010-07-07 met 2010-07-06", "2010-07-12 due"]);
    }

    [Fact]
    [Trait("rule", "REL-9")]
    public void Feedback_and_progress_are_of_one_release_and_end_with_the_return()
    {
        var person = Recalled(
            new ACase().Started("2010-03-20"),
            released: "2010-09-06",
            facts: f => f with { Feedback = [new("month_1", Day("2010-06-28")), new("month_1", Day("2010-10-04"))], Exchanges = [new("progress_fed_back", Day("2010-07-09"))] });
        // Three months after the first release is 1 September: back in custody since July, nobody is asked how it goes outside.
        On(person, "2010-07-04", "REL-9").ShouldBe(["2010-07-01 met 2010-06-28", "2010-09-01 due"]);
        On(person, "2010-10-04", "REL-9").ShouldBe(["2010-07-01 met 2010-06-28", "2010-10-06 met 2010-10-04", "2010-12-06 due"]);
        On(person, "2010-10-04", "REL-10").ShouldBe(["2010-07-01 overdue", "2010-10-06 due"]);
    }

    [Fact]
    [Trait("rule", "PLN-4E")]
    public void Reviews_on_events_are_asked_again_but_the_planning_meeting_is_the_one_of_the_plan_drawn_up_anew()
    {
        var person = Recalled(new ACase().Started("2010-03-20").Ends("2010-09-01").Review("2010-03-10").Review("2010-05-10").Review("2010-07-12"), ends: "2010-12-01", released: "2010-09-06");
        On(person, "2010-09-06", "PLN-4E").ShouldBe(
            ["2010-03-15 met 2010-03-10", "2010-04-20 met_late 2010-05-10", "2010-06-15 met_late 2010-07-12", "2010-07-26 met 2010-07-12", "2010-09-20 due"]);
        On(person, "2010-11-30", "PLN-4E").ShouldNotContain("2010-09-01 overdue");
    }

    [Fact]
    [Trait("rule", "OPN-11")]
    public void The_programme_is_closed_on_the_last_day_of_all()
    {
        var person = Recalled(new ACase().Started("2010-03-20").Ends("2010-09-01"), ends: "2010-12-01");
        On(person, "2011-02-20", "OPN-11").ShouldBeEmpty(); // six months after the first end: 1 March, asked for from 42 days before
        On(person, "2011-05-20", "OPN-11").ShouldBe(["2011-06-01 due"]);
        On(person, "2010-10-25", "OPN-7").ShouldBe(["2010-12-01 due"]);
    }

    [Fact]
    public void It_stands_on_the_books_holds_the_young_person_and_moves_the_last_day_of_support()
    {
        var person = Recalled(new ACase().Ends("2010-09-01"), ends: "2010-12-01");
        var facts = person.Cases[0];
        NotOnTheBooks.Of(person, Scheme, new HashSet<string> { "leeds" }, Day("2010-08-01"), SampleBundle.Calendar, DutyFigures.Defaults).ShouldBeEmpty();
        person.WhereOn(facts.Sentence, Day("2010-08-01")).Where.ShouldBe(Whereabouts.InCustody);
        person.WhereOn(facts.Sentence, Day("2010-06-10")).Where.ShouldBe(Whereabouts.InTheCommunity);
        LastDayOfSupport.Of(facts, Day("2010-07-01"), DutyFigures.Defaults).ShouldBe(Day("2011-03-01"));
        LastDayOfSupport.Of(facts, Day("2010-07-05"), DutyFigures.Defaults).ShouldBe(Day("2011-06-01"));
        facts.CustodyOn(Day("2010-07-04")).ShouldBeSameAs(facts.Sentence);
        facts.CustodyOn(Day("2010-07-05")).ShouldBeSameAs(facts.Returns[0]);
        person.AsKnownOn(Day("2010-07-04"), Day("2010-08-01")).Cases[0].Returns.ShouldBeEmpty();
    }

    [Fact]
    public void A_chain_of_returns_is_followed_to_its_end_and_a_ring_ends_it()
    {
        var first = new ACase().Facts().Sentence;
        var second = first with { Id = Guid.CreateVersion7(), Follows = first.Id, SentencedOn = Day("2010-07-05") };
        var third = first with { Id = Guid.CreateVersion7(), Follows = second.Id, SentencedOn = Day("2010-09-05") };
        new[] { third, first, second }.ReturnsAfter(first).ShouldBe([second, third]);
        new[] { third with { Follows = third.Id }, first }.ReturnsAfter(first).ShouldBeEmpty();
    }

    private static PersonFacts Recalled(ACase of, string? released = null, string? ends = null, Func<CaseFacts, CaseFacts>? facts = null)
    {
        var person = of.ExpectedRelease("2010-06-01").Released("2010-06-01").Person();
        var first = facts is null ? person.Cases[0] : facts(person.Cases[0]);
        var again = first.Sentence with
        {
            Id = Guid.CreateVersion7(),
            Reference = "S2",
            SentencedOn = Day("2010-07-05"),
            ReleasedOn = released is null ? null : Day(released),
            ExpectedRelease = [new(Day("2010-09-06"), Day("2010-07-05"))],
            Ends = ends is null ? first.Sentence.Ends : [new(Day(ends), Day("2010-07-05"))],
            Follows = first.Sentence.Id,
        };
        IReadOnlyList<SentenceFacts> sentences = [first.Sentence, again];
        return person with { Sentences = sentences, Cases = [first with { Returns = sentences.ReturnsAfter(first.Sentence) }] };
    }

    private static string[] On(PersonFacts person, string on, string rule) =>
        [
            .. DutyRules.DutiesOf([person], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
                .Where(d => d.RuleId == rule)
                .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()),
        ];
}
