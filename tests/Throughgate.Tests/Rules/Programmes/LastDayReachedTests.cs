using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Programmes;

[Trait("rule", "OPN-11")]
public class LastDayReachedTests
{
    [Theory] // the order ends on 12 September 2010; support can last until 12 March 2011
    [InlineData("2011-01-28", "")]
    [InlineData("2011-01-29", "2011-03-12 due")]
    [InlineData("2011-03-13", "2011-03-12 overdue")]
    public void Asked_for_six_weeks_before_the_last_day_of_support(string on, string duty) =>
        new ACase().Started("2010-03-15").Ends("2010-09-12").Duties("OPN-11", on).ShouldBe(duty.Length == 0 ? [] : [duty]);
}
