using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Tests.Build;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Care;

public class CareTests
{
    [Theory] // referred on Wednesday 31 March 2010; Good Friday is 2 April, Easter Monday 5 April: the tenth working day is Friday 16 April
    [Trait("rule", "FAM-3")]
    [InlineData("2010-04-16", null, "2010-04-16 due")]
    [InlineData("2010-04-17", null, "2010-04-16 overdue")]
    [InlineData("2010-05-01", "2010-04-16", "2010-04-16 met 2010-04-16")]
    [InlineData("2010-05-01", "2010-04-19", "2010-04-16 met_late 2010-04-19")]
    [InlineData("2010-04-16", "2010-04-19", "2010-04-16 due")]
    public void A_parent_s_needs_are_discussed_within_ten_working_days_of_referral(string on, string? discussed, string duty) =>
        Duties(Of(new ACase().Referred("2010-03-31"), discussed) with { IsParent = true }, "FAM-3", on).ShouldBe([duty]);

    [Fact]
    [Trait("rule", "FAM-3")]
    public void Nothing_is_asked_where_nobody_is_known_to_be_a_parent() =>
        Duties(Of(new ACase(), null), "FAM-3", "2010-05-01").ShouldBeEmpty();

    [Theory]
    [Trait("rule", "FAM-4")]
    [InlineData("2010-04-12", "2010-04-12 due")]
    [InlineData("2010-04-13", "2010-04-12 overdue")]
    [InlineData("2010-04-20", "2010-06-01 due")]
    public void The_social_worker_is_contacted_every_six_weeks_from_the_last_contact_that_took_place(string on, string duty)
    {
        var life = new ACase().Contact("2010-03-10", "social_worker", outcome: "missed").Contact("2010-03-15", "appointment").Contact("2010-04-20", "social_worker");
        Duties(Of(life, null) with { LookedAfter = true }, "FAM-4", on).ShouldBe([duty]);
    }

    private static PersonFacts Of(ACase life, string? discussed) =>
        PersonOf(life.Facts() with { CareDiscussions = discussed is null ? [] : [Day(discussed)] });

    private static string[] Duties(PersonFacts person, string rule, string on) =>
    [
        .. DutyRules
            .DutiesOf([person], Scheme, Day(on), SampleBundle.Calendar, DutyFigures.Defaults)
            .Where(d => d.RuleId == rule)
            .Select(d => $"{d.Due:yyyy-MM-dd} {d.StateCode} {d.MetOn:yyyy-MM-dd}".TrimEnd()),
    ];
}
