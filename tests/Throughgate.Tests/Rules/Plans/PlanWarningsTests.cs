using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-10")]
[Trait("rule", "PLN-6")]
public class PlanWarningsTests
{
    private static readonly Plan Plan = PlanGateTests.Whole with
    {
        Pathways = [new("ete", false, "No school", "Bricklaying", "gap", null, null), new("health", false, "Sleep", "Sleep better", "worker", "GP", "The GP"), new("finance", true, null, null, null, null, null)],
    };

    [Fact]
    public void Near_the_end_of_the_order_each_goal_names_what_lasts()
    {
        Without("2010-07-31", "2010-09-12").ShouldBeEmpty("43 days before");
        Without("2010-08-01", "2010-09-12").ShouldBe(["ete"]);
        Without("2010-10-01", "2010-09-12").ShouldBe(["ete"]);
        Without("2010-08-01", null).ShouldBeEmpty();
    }

    [Fact]
    public void Parents_are_awaited_for_what_needs_them_and_is_not_done()
    {
        PlanAction Step(string parents, string? done) => new(Guid.CreateVersion7(), parents, "worker", null, null, done is null ? null : ACase.Day(done), parents);
        var plan = Plan with { Pathways = [Plan.Pathways[0] with { Actions = [Step("needed", null), Step("needed", "2010-05-01"), Step("agreed", null), Step("not_needed", null)] }] };
        ParentsAgree.Awaited(plan).Count.ShouldBe(1);
    }

    private static IReadOnlyList<string> Without(string on, string? ends) => LastingGoals.Without(Plan, ends is null ? null : ACase.Day(ends), ACase.Day(on), DutyFigures.Defaults);
}
