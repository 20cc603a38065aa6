using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Releases;

[Trait("rule", "REL-8")]
public class FirstWeeksTests
{
    // Released on a Thursday.
    private static CaseFacts Out() => new ACase().Started("2010-04-12").Released("2010-05-13").Person().Cases[0];

    [Fact]
    public void Each_week_that_has_begun_stands_with_its_hours_beside_the_plan_s()
    {
        var facts = Out() with
        {
            Contacts = [Held("2010-05-13T09:00", 60), Held("2010-05-19T18:00", 30), Held("2010-05-20T09:00", 90), Held("2010-05-21T09:00", 60, CountsAs.Statutory), Held("2010-05-22T09:00", 60, CountsAs.Irs, ContactOutcomes.Missed)],
        };

        var weeks = FirstWeeks.Of(facts, [], ACase.Day("2010-05-27"), [new(ACase.Day("2010-04-12"), 120)]);

        weeks.Select(w => (w.Number, w.From.Day, w.Minutes, w.FallsShortOn(ACase.Day("2010-05-27")))).ShouldBe([(1, 13, 90, true), (2, 20, 90, true), (3, 27, 0, false)]);
        FirstWeeks.Of(facts, [], ACase.Day("2010-12-01"), []).Count.ShouldBe(4);
        FirstWeeks.Of(facts, [], ACase.Day("2010-12-01"), []).ShouldAllBe(w => !w.FallsShortOn(ACase.Day("2010-12-01")));
        FirstWeeks.Of(facts, [], ACase.Day("2010-05-12"), [new(ACase.Day("2010-04-12"), 120)]).ShouldBeEmpty();
    }

    [Fact]
    [Trait("rule", "REL-15")]
    public void Weekend_provision_is_shown_offered_and_taken_up_week_by_week()
    {
        var weeks = FirstWeeks.Of(Out(), [new(2, true, false)], ACase.Day("2010-06-30"), []);
        weeks.Select(w => (w.Weekend.Offered, w.Weekend.TakenUp)).ShouldBe([(null, null), (true, false), (null, null), (null, null)]);
    }

    [Fact]
    public void Each_week_is_measured_by_the_plan_in_force_on_its_first_day_and_a_missing_weekend_shows_once_it_is_over()
    {
        AgreedHours[] plans = [new(ACase.Day("2010-04-12"), 120), new(ACase.Day("2010-05-20"), 300), new(ACase.Day("2010-05-28"), 60)];
        var weeks = FirstWeeks.Of(Out(), [new(1, true, false), new(2, false, null)], ACase.Day("2010-06-03"), plans);
        weeks.Select(w => w.Asked).ShouldBe([120, 300, 300, 60]);
        weeks.Select(w => w.LacksWeekendOn(ACase.Day("2010-06-03"))).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void A_mentor_considered_counts_whatever_came_of_it()
    {
        var day = ACase.Day("2010-05-20");
        FirstWeeks.MentorConsidered(Out(), day).ShouldBeFalse();
        FirstWeeks.MentorConsidered(Out() with { ReleaseItems = [new("mentor", "not_needed", day)] }, day).ShouldBeTrue();
        FirstWeeks.MentorConsidered(Out() with { ReleaseItems = [new("mentor", "booked", day)] }, day).ShouldBeFalse();
    }

    private static Contact Held(string at, int minutes, string countsAs = CountsAs.Irs, string outcome = ContactOutcomes.Attended) =>
        new(DateTime.ParseExact(at, "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), minutes, "appointment", countsAs, outcome);
}
