using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "FAM-3")]
public class ParentDiscussedTests
{
    [Theory] // referred on Wednesday 31 March 2010; Good Friday is 2 April, Easter Monday 5 April: the tenth working day is Friday 16 April
    [InlineData("2010-04-16", null, "2010-04-16 due")]
    [InlineData("2010-04-17", null, "2010-04-16 overdue")]
    [InlineData("2010-05-01", "2010-04-16", "2010-04-16 met 2010-04-16")]
    [InlineData("2010-05-01", "2010-04-19", "2010-04-16 met_late 2010-04-19")]
    [InlineData("2010-04-16", "2010-04-19", "2010-04-16 due")]
    public void Needs_are_discussed_within_ten_working_days_of_referral(string on, string? discussed, string duty) =>
        Duties(true, discussed, on).ShouldBe([duty]);

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Nothing_is_asked_where_nobody_is_known_to_be_a_parent(bool? parent) => Duties(parent, null, "2010-05-01").ShouldBeEmpty();

    private static string[] Duties(bool? parent, string? discussed, string on)
    {
        var facts = new Build.ACase().Referred("2010-03-31").Facts() with { CareDiscussions = discussed is null ? [] : [Day(discussed)] };
        return
        [
            .. DutyRules
                .DutiesOf([PersonOf(facts) with { IsParent = parent }], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
                .Where(d => d.RuleId == "FAM-3")
                .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()),
        ];
    }
}
