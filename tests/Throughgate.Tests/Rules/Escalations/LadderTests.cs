using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Escalations;
using static Throughgate.Tests.Build.ACase;

namespace Throughgate.Tests.Rules.Escalations;

[Trait("rule", "ESC-1")]
public class LadderTests
{
    [Theory] // due on Monday 8 March 2010: three days at the worker, five at the manager, five at the head of service
    [InlineData("2010-03-09", Step.Worker, "2010-03-08")]
    [InlineData("2010-03-11", Step.Worker, "2010-03-08")]
    [InlineData("2010-03-12", Step.SchemeManager, "2010-03-11")]
    [InlineData("2010-03-16", Step.SchemeManager, "2010-03-11")]
    [InlineData("2010-03-17", Step.HeadOfService, "2010-03-16")]
    [InlineData("2010-03-22", Step.SteeringGroup, "2010-03-21")]
    [InlineData("2012-01-01", Step.SteeringGroup, "2010-03-21")]
    public void Climbs_by_the_days_of_each_step(string on, Step step, string since) =>
        Ladder.Climb(Ladder.Start(Day("2010-03-08")), null, Day(on), DutyFigures.Defaults).ShouldBe(new Rung(step, Day(since)));

    [Fact]
    public void Climbing_every_morning_or_after_days_of_sleep_comes_to_the_same()
    {
        var daily = Ladder.Start(Day("2010-03-08"));
        for (var on = Day("2010-03-09"); on <= Day("2010-03-31"); on = on.AddDays(1))
        {
            daily = Ladder.Climb(daily, null, on, DutyFigures.Defaults);
            daily.ShouldBe(Ladder.Climb(Ladder.Start(Day("2010-03-08")), null, on, DutyFigures.Defaults));
        }
    }

    [Theory] // at the manager since 11 March, who answered: it rests until 20 March
    [InlineData("2010-03-20", Step.SchemeManager)]
    [InlineData("2010-03-25", Step.SchemeManager)]
    [InlineData("2010-03-26", Step.HeadOfService)]
    public void An_answer_lets_it_rest_and_then_the_days_count_anew(string on, Step step) =>
        Ladder.Climb(new(Step.SchemeManager, Day("2010-03-11")), Day("2010-03-20"), Day(on), DutyFigures.Defaults).Step.ShouldBe(step);
}
