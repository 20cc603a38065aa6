using Throughgate.Domain.Returns;
using static Throughgate.Tests.Returns.Quarter1;

namespace Throughgate.Tests.Returns;

/// <summary>RET-5.</summary>
[Trait("rule", "RET-5")]
public class ReturnDueTests
{
    [Theory]
    [InlineData(1, "2010-07-31")]
    [InlineData(2, "2010-10-31")]
    [InlineData(3, "2011-01-31")]
    [InlineData(4, "2011-04-30")]
    public void Due_on_the_last_day_of_the_month_after_the_quarter(int quarter, string due) =>
        ReturnDue.LastDay(new(2010, quarter)).ShouldBe(Day(due));
}
