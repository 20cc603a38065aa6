using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Escalations;

[Trait("rule", "ESC-2")]
public class TimelinessTests
{
    private static IEnumerable<PlanningDuty> Of(string? yot, params ACase[] cases) =>
        cases.SelectMany(c => c.DutiesOn("2010-04-12")).Where(d => d.RuleId is "PLN-1" or "PLN-2" or "REL-3").Select(d => new PlanningDuty(d, yot, null));

    [Fact]
    public void On_time_late_and_not_done_with_the_days_by_which_they_are_late()
    {
        // Sentenced on Monday 1 March: PLN-1 is due on 8 March, PLN-2 on 15 March. Today is 12 April.
        var inTime = new ACase { LeadProfessional = Day("2010-03-08"), PlanDrawnUp = Day("2010-03-15") };
        var late = new ACase { LeadProfessional = Day("2010-03-10"), PlanDrawnUp = Day("2010-03-25") };
        var notDone = new ACase();
        var duties = Of("leeds", inTime, late, notDone).Concat(Of("cardiff", inTime)).ToList();

        var byYot = Timeliness.By(duties, d => d.Yot, Day("2010-04-12"));

        byYot.ShouldBe([new("leeds", 2, 2, 2, 28, 35), new("cardiff", 2, 0, 0, null, null)]); // late by 2, 10, 28 and 35 days
        byYot[0].All.ShouldBe(6);
    }

    [Fact]
    public void What_is_not_due_yet_counts_nowhere_and_what_was_missed_has_no_days()
    {
        Timeliness.By(Of("leeds", new ACase { LeadProfessional = Day("2010-03-08"), PlanDrawnUp = Day("2010-03-15") }.ExpectedRelease("2010-08-13")), d => d.Pathway, Day("2010-04-12"))
            .ShouldBe([new("case_management", 2, 0, 0, null, null)]);
        var missed = new ACase { LeadProfessional = Day("2010-03-08"), PlanDrawnUp = Day("2010-03-15") }.ExpectedRelease("2010-04-09").Released("2010-04-09");
        Timeliness.By(Of("leeds", missed), d => d.Pathway, Day("2010-04-12")).ShouldBe([new("accommodation", 0, 0, 1, null, null), new("case_management", 2, 0, 0, null, null)]);
    }
}
