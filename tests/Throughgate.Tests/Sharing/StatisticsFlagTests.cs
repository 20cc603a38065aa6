using Throughgate.Domain.Sharing;

namespace Throughgate.Tests.Sharing;

/// <summary>Only a yes that stands; whoever was not asked has not said yes.</summary>
[Trait("rule", "INF-6")]
public sealed class StatisticsFlagTests
{
    private static readonly DateOnly Today = new(2010, 6, 15);
    private static readonly DateTimeOffset Now = new(2010, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nobody_asked_is_a_no() => StatisticsFlag.Allows([], Now, Today).ShouldBeFalse();

    [Theory]
    [InlineData("given", true)]
    [InlineData("refused", false)]
    [InlineData("withdrawn", false)]
    public void The_answer_stands(string answer, bool allows) => StatisticsFlag.Allows([Said(answer, 1, 1)], Now, Today).ShouldBe(allows);

    [Theory]
    [InlineData("given", 5, 5, "withdrawn", 4, 4, false)]
    [InlineData("withdrawn", 5, 5, "given", 4, 4, true)]
    [InlineData("refused", 9, 1, "given", 3, 8, true)]
    [InlineData("given", 3, 3, "refused", 3, 3, false)]
    [InlineData("refused", 3, 3, "given", 3, 3, false)]
    public void The_last_said_stands_by_the_day_then_by_the_instant_and_of_two_at_once_the_no(string one, int oneDays, int oneHours, string other, int otherDays, int otherHours, bool allows) =>
        StatisticsFlag.Allows([Said(one, oneDays, oneHours), Said(other, otherDays, otherHours)], Now, Today).ShouldBe(allows);

    [Fact]
    public void What_is_said_later_is_not_known_yet()
    {
        StatisticsAnswer[] said = [Said("given", 2, 2), Said("withdrawn", -1, 1), Said("withdrawn", 0, -1)];
        StatisticsFlag.Allows(said, Now, Today).ShouldBeTrue();
        StatisticsFlag.Allows(said, Now.AddHours(2), Today).ShouldBeFalse();
    }

    private static StatisticsAnswer Said(string answer, int daysAgo, int hoursAgo) => new(answer, Today.AddDays(-daysAgo), Now.AddHours(-hoursAgo));
}
