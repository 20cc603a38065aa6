using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Care;

[Trait("rule", "FAM-4")]
public class SocialWorkerContactedTests
{
    [Theory]
    [InlineData(true, "2010-04-12", "2010-04-12 due")]
    [InlineData(true, "2010-04-13", "2010-04-12 overdue")]
    [InlineData(true, "2010-04-20", "2010-06-01 due")]
    [InlineData(false, "2010-04-20", null)]
    public void Every_six_weeks_from_referral_or_the_last_contact_that_took_place(bool lookedAfter, string on, string? duty)
    {
        var life = new Build.ACase().Contact("2010-03-10", "social_worker", outcome: "missed").Contact("2010-03-15").Contact("2010-04-20", "social_worker");
        DutyRules
            .DutiesOf([life.Person() with { LookedAfter = lookedAfter }], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(d => d.RuleId == "FAM-4")
            .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode}")
            .ShouldBe(duty is null ? [] : [duty]);
    }
}
