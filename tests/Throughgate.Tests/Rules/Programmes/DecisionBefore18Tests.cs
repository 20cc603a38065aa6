using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-13")]
public class DecisionBefore18Tests
{
    [Theory] // born on 10 May 1994: becomes 18 on 10 May 2012; support lasts six months after the order
    [InlineData("2011-11-09", "2012-11-10", "")]
    [InlineData("2011-11-10", "2011-11-10", "2012-02-10 due")]
    [InlineData("2012-02-11", "2011-11-10", "2012-02-10 overdue")]
    [InlineData("2012-02-11", "2011-11-09", "")]
    public void Decided_three_months_before_18_where_support_lasts_that_long(string on, string ends, string duty) =>
        new ACase().Started("2010-03-15").Ends(ends).Duties("OPN-13", on).ShouldBe(duty.Length == 0 ? [] : [duty]);
}
