using Throughgate.Domain.Assessments;
using Throughgate.Domain.Education;
using Throughgate.Domain.Figures;
using Throughgate.Domain.Figures.Caseload;
using Throughgate.Domain.Figures.Change;
using Throughgate.Domain.Figures.Lasting;
using Throughgate.Domain.Figures.Learning;
using Throughgate.Domain.Figures.Planning;
using Throughgate.Domain.Figures.TakeUp;
using Throughgate.Domain.People;
using Throughgate.Domain.Programmes;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Figures;

/// <summary>Measures of programmes, by worked examples.</summary>
[Trait("rule", "PER-1")]
public sealed class ProgrammeMeasureTests
{
    [Fact]
    public void Which_offer_was_accepted()
    {
        new ACase().Accepted("2010-04-01").Part(AcceptedAt.Measure).ShouldBe("first");
        new ACase().Refused("2010-04-01").Accepted("2010-08-01").Part(AcceptedAt.Measure).ShouldBe("second");
        new ACase().Refused("2010-04-01").Undecided("2010-05-01").Accepted("2010-08-01").Part(AcceptedAt.Measure).ShouldBe("later");
        new ACase().Refused("2010-04-01").Accepted("2010-08-01").Part(AcceptedAt.Measure, today: "2010-07-31").ShouldBe("refused");
        new ACase().Refused("2010-04-01").Undecided("2010-05-01").Part(AcceptedAt.Measure).ShouldBe("undecided");
        new ACase().Refused("2010-03-31").Accepted("2010-04-01").Part(AcceptedAt.Measure).ShouldBe("", "its first offer was in the quarter before");
        new ACase().Refused("2010-03-31").Accepted("2010-04-01").Undecided("2010-06-30").Part(OffersAnswered.Measure).ShouldBe("accepted, undecided");
    }

    [Fact]
    public void Kept_and_missed_appointments_and_who_was_seen_again_within_28_days()
    {
        new ACase().Contact("2010-04-01").Contact("2010-06-30", outcome: "missed").Contact("2010-07-01").Part(ContactsKept.Measure).ShouldBe("attended, missed");
        new ACase().Contact("2010-05-01", "family").Contact("2010-05-02", "re_engagement").Contact("2010-05-03", countsAs: "statutory").Part(ContactsKept.Measure).ShouldBe("");
        new ACase().Contact("2010-05-01", outcome: "planned").Part(ContactsKept.Measure).ShouldBe("planned");
        new ACase().Contact("2010-05-01").Contact("2010-05-01", outcome: "planned").Part(ContactsKept.Measure, today: "2010-05-01").ShouldBe("attended", "what is planned for today is not over");

        new ACase().Contact("2010-05-03", outcome: "missed").Contact("2010-05-31").Part(BackInTouch.Measure).ShouldBe("yes", "day 28");
        new ACase().Contact("2010-05-03", outcome: "missed").Contact("2010-06-01").Part(BackInTouch.Measure).ShouldBe("no", "day 29");
        new ACase().Contact("2010-05-03", outcome: "missed").Part(BackInTouch.Measure, today: "2010-05-31").ShouldBe("not-recorded");
        new ACase().Contact("2010-05-03", outcome: "missed").Part(BackInTouch.Measure, today: "2010-06-01").ShouldBe("no");
    }

    [Fact]
    public void Length_of_support_is_in_days_and_the_middle_of_them()
    {
        ACase Lasted(string from, string to) => new ACase().Started(from).Closed(to);
        var tally = Told.Of(LengthOfSupport.Measure, Told.Asked(), [Lasted("2010-03-22", "2010-04-01").Person(), Lasted("2010-04-01", "2010-06-30").Person(), Lasted("2009-06-30", "2010-06-30").Person(), new ACase().Closed("2010-05-01").Person()]);
        (tally.Whole, tally.Middle, tally.Most).ShouldBe((4, 90, 365));
        tally.ByPart.ShouldBe([2, 0, 0, 1, 1]); // 1 April to 30 June is a day short of three months
        Told.Of(LengthOfSupport.Measure, Told.Asked(), [new ACase().Closed("2010-05-01").Person()]).IsRecorded.ShouldBeFalse();
    }

    [Fact]
    public void Hours_of_a_week_add_up_and_a_week_unable_has_none()
    {
        var person = new ACase().Person();
        EteRow[] rows = [new(Day("2010-04-05"), 10, "school", null), new(Day("2010-04-05"), 6, "training", null), new(Day("2010-04-12"), 0, null, "illness"), new(Day("2010-04-19"), 0, "none", null)];
        var tally = Told.Of(HoursReceived.Measure, Told.Asked(), [person with { Cases = [person.Cases[0] with { Ete = rows }] }]);
        (tally.Whole, tally.Middle, tally.Untold).ShouldBe((3, 16, 1));
        tally.ByPart.ShouldBe([1, 0, 1, 0, 1]);
    }

    [Fact]
    public void A_week_with_a_reason_is_unable_whatever_its_hours_and_two_programmes_of_a_scheme_are_one_week()
    {
        var person = new ACase().Person();
        CaseFacts Of(params EteRow[] rows) => person.Cases[0] with { Id = Guid.CreateVersion7(), Ete = rows };
        string Weeks(params CaseFacts[] cases) => (person with { Cases = cases }).Part(HoursReceived.Measure);
        Weeks(Of(new EteRow(Day("2010-04-05"), 10, "school", null), new EteRow(Day("2010-04-05"), 6, "training", "illness"))).ShouldBe("unable");
        Weeks(Of(new EteRow(Day("2010-04-05"), 10, "school", null)), Of(new EteRow(Day("2010-04-05"), 6, "training", null))).ShouldBe("16-24");
    }

    [Fact]
    public void Asset_counts_by_section_whoever_completed()
    {
        static Assessment Scored(string on, string purpose, int? first) => new(Day(on), purpose, [first, .. Enumerable.Repeat<int?>(2, 11)]);
        PersonFacts Closed(int? end, string reason = "no_longer_helps")
        {
            var person = new ACase().Started("2010-03-10").Closed("2010-06-30").Person();
            return person with { Cases = [person.Cases[0] with { ClosingReason = reason, Assessments = [Scored("2010-03-10", "start", 3), Scored("2010-06-30", "programme_end", end)] }] };
        }

        var (first, second) = (AssetOfSection.Measures[0], AssetOfSection.Measures[1]);
        Closed(2).Part(first).ShouldBe("better");
        Closed(3).Part(first).ShouldBe("same");
        Closed(4).Part(first).ShouldBe("worse");
        Closed(null).Part(first).ShouldBe("not-recorded");
        Closed(2).Part(second).ShouldBe("same");
        Closed(2, "moved_away").Part(first).ShouldBe("");
        Closed(2, "moved_away").Part(ClosedBecause.Measure).ShouldBe("moved_away");
        AssetOfSection.SectionOf(second).ShouldBe("family_and_personal_relationships");
    }

    [Fact]
    [Trait("rule", "ESC-2")]
    public void Timeliness_is_the_duty_and_says_by_how_much_late()
    {
        var named = InTime.EachRule.Single(m => m.Code == "timely-PLN-1");
        var quarter = Told.Asked("2010-06-30", new DateRange(Day("2010-01-01"), Day("2010-03-31")));
        Tally Of(string? lead) => Told.Of(named, quarter, [new ACase { LeadProfessional = lead is null ? null : Day(lead) }.Person()]);
        Of("2010-03-08").ByPart.ShouldBe([1, 0, 0]); // five working days after Monday 1 March
        (Of("2010-03-11").ByPart[1], Of("2010-03-11").Middle).ShouldBe((1, 3m));
        (Of(null).ByPart[2], Of(null).IsRecorded).ShouldBe((1, false));
        Told.Of(InTime.All, quarter, [new ACase { LeadProfessional = Day("2010-03-08") }.Person()]).ByPart.ShouldBe([1, 0, 4]); // of every rule of planning
        Told.Of(InTime.All, quarter, [new ACase { LeadProfessional = Day("2010-03-08") }.Person()]).People.Select(p => p.Pathway).Distinct().ShouldBe(["case_management", "ete"], ignoreOrder: true);
    }

    [Fact]
    [Trait("rule", "ESC-2")]
    public void What_comes_due_when_the_case_is_closed_is_not_counted_even_where_it_was_done_before()
    {
        var review = InTime.EachRule.Single(m => m.Code == "timely-PLN-4");
        ACase Reviewed() => new ACase().Started("2010-01-20").Review("2010-04-10");
        Reviewed().Part(review).ShouldBe("on-time", "due on 20 April");
        Reviewed().Closed("2010-04-21").Part(review).ShouldBe("on-time");
        Reviewed().Closed("2010-04-20").Part(review).ShouldBe("");
        new ACase().Started("2010-01-20").Review("2010-04-25").Closed("2010-04-25").Part(review).ShouldBe("not-done", "looked at on the day before it closed");
    }

    [Fact]
    public void Open_cases_are_those_of_the_last_day_by_who_led_then()
    {
        var (priya, tom) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var person = new ACase().Closed("2010-07-01").Person();
        person = person with { Cases = [person.Cases[0] with { Leads = [new Lead(priya, new(Day("2010-03-01"), Day("2010-06-29"))), new Lead(tom, new(Day("2010-06-30"), null))] }] };
        var tally = Told.Of(OpenCases.Measure, Told.Asked(), [person, new ACase().Closed("2010-06-30").Person(), new ACase().Person()]);
        (tally.Whole, tally.Met).ShouldBe((2, 1));
        tally.People.Select(p => Breakdown.Worker.RowOf(p, e => e)).ShouldBe([tom.ToString(), ""]);
        Told.Of(OpenCases.Measure, Told.Asked() with { Scope = Told.Asked().Scope with { Worker = priya } }, [person]).Whole.ShouldBe(0);
        Told.Of(OpenCases.Measure, Told.Asked() with { Scope = Told.Asked().Scope with { Worker = tom } }, [person]).Whole.ShouldBe(1);
    }
}
