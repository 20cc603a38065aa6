using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-7")]
public class DecisionAtOrderEndTests
{
    [Theory] // the order ends on 12 September 2010
    [InlineData("2010-07-31", "")]
    [InlineData("2010-08-01", "2010-09-12 due")]
    [InlineData("2010-09-13", "2010-09-12 overdue")]
    public void Asked_for_six_weeks_before_the_order_ends(string on, string duty) =>
        new ACase().Started("2010-03-15").Ends("2010-09-12").Duties("OPN-7", on).ShouldBe(duty.Length == 0 ? [] : [duty]);

    [Fact]
    public void Nothing_is_asked_of_a_programme_that_had_not_started_when_the_order_ended() =>
        new ACase().Started("2010-09-13").Ends("2010-09-12").Duties("OPN-7", "2010-09-20").ShouldBeEmpty();
}
