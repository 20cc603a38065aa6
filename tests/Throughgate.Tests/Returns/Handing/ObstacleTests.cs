using Throughgate.Domain.Returns;
using Throughgate.Domain.Returns.Handing;

namespace Throughgate.Tests.Returns.Handing;

/// <summary>RET-2 and RET-6: what stops a return, and what of it may be accepted.</summary>
[Trait("rule", "RET-6")]
public sealed class ObstacleTests
{
    private static QuarterlyReturn Closing(params Domain.Assessments.Assessment[] assets) =>
        Quarter1.Reckon(Quarter1.Person().With(Quarter1.Case(Quarter1.Community(), closed: "2010-06-01") with { Assessments = assets }));

    [Fact]
    public void A_missing_start_may_be_accepted_a_missing_end_never()
    {
        var start = Obstacles.Of(Closing(Quarter1.Asset("2010-06-01", "programme_end", 1))).ShouldHaveSingleItem();
        (start.Kind, start.MayBeAccepted, start.Case).ShouldBe((ObstacleKind.StartAsset, true, "C1"));
        var both = Obstacles.Of(Closing());
        both.Select(o => (o.Kind, o.MayBeAccepted)).ShouldBe([(ObstacleKind.EndAsset, false), (ObstacleKind.StartAsset, true)]);
        Obstacles.Left(both, both.Select(o => (o.PersonId, o.Item)).ToHashSet()).ShouldHaveSingleItem().Kind.ShouldBe(ObstacleKind.EndAsset);
    }

    [Fact]
    public void Unequal_totals_are_never_accepted()
    {
        var stray = Obstacles.Of(Quarter1.Reckon(Quarter1.Person(ethnicity: "XX").With(Quarter1.Custodial()))).ShouldHaveSingleItem();
        (stray.Kind, stray.MayBeAccepted).ShouldBe((ObstacleKind.Totals, false));
    }

    [Fact]
    public void A_problem_may_be_accepted_and_only_that_problem()
    {
        var figures = Quarter1.Reckon(Quarter1.Person().With(Quarter1.Custodial(arrested: null), Quarter1.Custodial("S9", released: "2010-04-02", arrested: null)));
        var all = Obstacles.Of(figures);
        all.ShouldHaveSingleItem().Text.ShouldBe("no arrest or offence date on sentence S1");
        Obstacles.Left(all, new HashSet<(Guid, string)> { (all[0].PersonId, all[0].Item) }).ShouldBeEmpty();
        Obstacles.Left(all, new HashSet<(Guid, string)> { (Guid.CreateVersion7(), all[0].Item) }).Count.ShouldBe(1);
    }

    [Fact]
    public void A_return_without_obstacles_is_submittable() => Obstacles.Of(Quarter1.Reckon(Quarter1.Person().With(Quarter1.Custodial()))).ShouldBeEmpty();
}
