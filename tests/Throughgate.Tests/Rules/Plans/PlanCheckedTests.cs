using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-7")]
public class PlanCheckedTests
{
    [Fact]
    public void Ten_working_days_after_the_plan_is_drawn_up() => // 31 May 2010 is a bank holiday
        Of("2010-05-21", [("2010-05-20", null)]).ShouldBe(["2010-06-04 due"]);

    [Fact]
    public void The_first_check_meets_it()
    {
        Of("2010-07-01", [("2010-05-20", "2010-06-04")]).ShouldBe(["2010-06-04 met 2010-06-04"]);
        Of("2010-07-01", [("2010-05-20", "2010-06-07")]).ShouldBe(["2010-06-04 met_late 2010-06-07"]);
        Of("2010-06-05", [("2010-05-20", "2010-06-07")]).ShouldBe(["2010-06-04 overdue"], "not known yet");
    }

    [Fact]
    public void A_new_version_is_checked_anew_and_without_a_plan_there_is_nothing_to_check()
    {
        Of("2010-07-02", [("2010-05-20", "2010-06-01"), ("2010-07-01", null)]).ShouldBe(["2010-07-15 due"]);
        Of("2010-07-02", []).ShouldBeEmpty();
        Of("2010-05-19", [("2010-05-20", null)]).ShouldBeEmpty();
    }

    private static string[] Of(string on, (string DrawnUp, string? Checked)[] versions)
    {
        var person = ACase.PersonOf(new ACase().Facts() with { Plans = [.. versions.Select(v => new PlanVersion(ACase.Day(v.DrawnUp), v.Checked is null ? null : ACase.Day(v.Checked)))] });
        var seen = new CaseOnDay(person, person.Cases[0], ACase.Day(on), SampleBundle.Calendar, DutyFigures.Defaults);
        return [.. PlanChecked.Rule.Of(seen).Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd())];
    }
}
