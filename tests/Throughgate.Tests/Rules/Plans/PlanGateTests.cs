using Throughgate.Domain.Assessments;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Rules.Plans;

[Trait("rule", "PLN-3")]
public class PlanGateTests
{
    internal static readonly Plan Whole = new()
    {
        Number = 1,
        BegunOn = new(2010, 3, 10),
        Author = "Priya Shah",
        OwnWords = "I want my own place",
        Approach = "Short talks while walking",
        ContactMinutes = 180,
        Pathways = [.. Pathways.All.Select(code => new PlanPathway(code, true, null, null, null, null, null))],
    };

    [Fact]
    public void A_whole_plan_may_be_agreed() => PlanGate.Missing(Whole, SupportLevel.Standard, needsPlace: false).ShouldBeEmpty();

    [Fact]
    public void Each_thing_that_is_missing_is_named()
    {
        PlanGate.Missing(Whole with { OwnWords = null }, SupportLevel.Standard, false).ShouldBe([PlanLacks.OwnWords]);
        PlanGate.Missing(Whole with { Approach = null }, SupportLevel.Standard, false).ShouldBe([PlanLacks.Approach]);
        PlanGate.Missing(Whole with { ContactMinutes = null }, SupportLevel.Standard, false).ShouldBe([PlanLacks.ContactHours]);
        PlanGate.Missing(Whole with { ContactMinutes = 0 }, SupportLevel.Standard, false).ShouldBe([PlanLacks.ContactHours]);
        PlanGate.Missing(Whole, null, false).ShouldBe([PlanLacks.Level]);
        PlanGate.Missing(Whole with { ChosenLevel = "intensive" }, null, false).ShouldBe([PlanLacks.LevelReason]);
        PlanGate.Missing(Whole with { ChosenLevel = "intensive", LevelReason = "Harm at home" }, null, false).ShouldBeEmpty();
        PlanGate.Missing(Whole, SupportLevel.Standard, needsPlace: true).ShouldBe([PlanLacks.Place]);
    }

    [Theory]
    [InlineData(14, false, SupportLevel.Standard)]
    [InlineData(15, false, SupportLevel.Enhanced)]
    [InlineData(32, false, SupportLevel.Enhanced)]
    [InlineData(33, false, SupportLevel.Intensive)]
    [InlineData(14, true, SupportLevel.Enhanced)]
    [InlineData(32, true, SupportLevel.Intensive)]
    [InlineData(48, true, SupportLevel.Intensive)]
    public void The_level_is_worked_out_from_the_asset_and_one_step_more_for_priority(int total, bool priority, SupportLevel level)
    {
        var worked = LevelOfSupport.Of([Asset("2010-03-05", total)], Needs(priority), ACase.Day("2010-05-04"), DutyFigures.Defaults).ShouldNotBeNull();
        (worked.Level, worked.Score).ShouldBe((level, total));
    }

    [Fact]
    public void The_latest_whole_asset_by_the_day_counts()
    {
        Assessment[] assets = [Asset("2010-03-05", 10), Asset("2010-04-05", 40), Asset("2010-06-05", 0)];
        LevelOfSupport.Of(assets, Needs(false), ACase.Day("2010-05-04"), DutyFigures.Defaults)!.Score.ShouldBe(40);
        LevelOfSupport.Of([Asset("2010-03-05", 10) with { Scores = [1, null] }], Needs(false), ACase.Day("2010-05-04"), DutyFigures.Defaults).ShouldBeNull();
        LevelOfSupport.Of([], Needs(true), ACase.Day("2010-05-04"), DutyFigures.Defaults).ShouldBeNull();
    }

    [Fact]
    public void The_scheme_sets_the_thresholds()
    {
        var figures = new DutyFigures([new("PLN-3.enhanced", new(5, new(2010, 1, 1), "Sam Reid", "Agreed"))]);
        LevelOfSupport.Of([Asset("2010-03-05", 6)], Needs(false), ACase.Day("2010-05-04"), figures)!.Level.ShouldBe(SupportLevel.Enhanced);
    }

    private static Priority Needs(bool priority) => Priority.Of(new Needs(priority ? "receives" : "none"), new ACase().Facts().Sentence);

    private static Assessment Asset(string on, int total) =>
        new(ACase.Day(on), "start", [.. Enumerable.Range(0, 12).Select(i => (int?)Math.Clamp(total - (i * 4), 0, 4))]);
}
