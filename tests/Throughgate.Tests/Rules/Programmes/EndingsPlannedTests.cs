using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-10")]
public class EndingsPlannedTests
{
    private static readonly string[] Both = ["Priya Shah", "Uncle Joe"];

    // The order ends on 31 August 2010: six months later is 28 February 2011.
    private static CaseFacts Open(Func<CaseFacts, CaseFacts>? with = null)
    {
        var facts = new ACase().Started("2010-03-20").Ends("2010-08-31").Facts();
        return with is null ? facts : with(facts);
    }

    private static EndingsToPlan? On(string on, CaseFacts facts, DutyFigures? figures = null) => EndingsPlanned.Of(facts, Both, Day(on), figures ?? DutyFigures.Defaults);

    [Fact]
    public void Two_weeks_before_the_last_day_of_support_each_worker_and_mentor_without_an_ending_is_named()
    {
        On("2011-02-13", Open()).ShouldBeNull();
        On("2011-02-14", Open()).ShouldNotBeNull().ShouldSatisfyAllConditions(e => e.Closes.ShouldBe(Day("2011-02-28")), e => e.With.ShouldBe(Both));
        On("2011-03-15", Open()).ShouldNotBeNull(); // still open after it
        var planned = Open(f => f with { Endings = [new("Priya Shah", Day("2011-02-16")), new("Uncle Joe", Day("2011-02-20"))] });
        On("2011-02-16", planned)!.With.ShouldBe(["Uncle Joe"]);
        On("2011-02-20", planned).ShouldBeNull();
    }

    [Fact]
    public void A_planned_day_comes_first_then_the_day_to_which_support_was_decided_to_go_on()
    {
        var decided = Open(f => f with { Decisions = [new(Day("2010-08-20"), "order_end", Day("2010-11-30"))] });
        On("2010-11-15", decided).ShouldBeNull();
        On("2010-11-16", decided)!.Closes.ShouldBe(Day("2010-11-30"));
        On("2010-11-16", decided with { PlannedClosing = Day("2010-12-24") }).ShouldBeNull();
        On("2010-12-10", decided with { PlannedClosing = Day("2010-12-24") })!.Closes.ShouldBe(Day("2010-12-24"));
    }

    [Fact]
    public void Nothing_is_asked_of_a_programme_that_is_not_open_where_nobody_is_allocated_or_before_recording_began()
    {
        On("2011-02-20", Open() with { ClosedOn = Day("2011-02-19"), ClosingReason = "no_longer_helps" }).ShouldBeNull();
        On("2011-02-20", new ACase().Ends("2010-08-31").Facts()).ShouldBeNull();
        EndingsPlanned.Of(Open(), [], Day("2011-02-20"), DutyFigures.Defaults).ShouldBeNull();
        var begins = Day("2011-03-01");
        On("2011-03-02", Open(), new([new(FirstDayOfRecording.Key, new(FirstDayOfRecording.Write(begins), begins, "import", "Import"))])).ShouldBeNull();
    }
}
