using Throughgate.Domain.Figures;
using Throughgate.Domain.Gaps;
using Throughgate.Domain.Plans;

namespace Throughgate.Tests.Gaps;

/// <summary>GOV-9: where a need of a plan stands, and the numbers made of it.</summary>
[Trait("rule", "GOV-9")]
public sealed class NeedsAnalysisTests
{
    private static readonly PlanPathway Nothing = new("ete", NoNeed: false, null, null, null, null, null);
    private static readonly PlanPathway Need = Nothing with { Need = "No school", Goal = "Bricklaying" };

    private static PlanAction Step(string who = "worker", bool done = false) => new(Guid.CreateVersion7(), "Visit the college", who, null, new(2010, 5, 4), done ? new(2010, 5, 3) : null, "not_needed");

    [Fact]
    public void A_need_is_met_under_way_waiting_or_a_gap()
    {
        PlannedNeed.Of(Nothing).ShouldBe(NeedIs.NotLookedAt);
        PlannedNeed.Of(Nothing with { NoNeed = true }).ShouldBe(NeedIs.NoNeed);
        PlannedNeed.Of(Need).ShouldBe(NeedIs.Waiting);
        PlannedNeed.Of(Need with { ResourceKind = "service" }).ShouldBe(NeedIs.Waiting, "a service without a name is nobody");
        PlannedNeed.Of(Need with { ResourceKind = "service", Resource = "City College" }).ShouldBe(NeedIs.UnderWay);
        PlannedNeed.Of(Need with { ResourceKind = "gap" }).ShouldBe(NeedIs.Gap);
        PlannedNeed.Of(Need with { ResourceKind = "service", Resource = "City College", Actions = [Step("gap")] }).ShouldBe(NeedIs.Gap, "nobody can do the next step");
        PlannedNeed.Of(Need with { ResourceKind = "service", Resource = "City College", Actions = [Step("gap", done: true), Step()] }).ShouldBe(NeedIs.UnderWay, "that step is done");
        PlannedNeed.Of(Need with { ResourceKind = "gap", Actions = [Step(done: true)] }).ShouldBe(NeedIs.Met, "whoever did it in the end");
    }

    [Fact]
    public void Every_plan_stands_in_one_state_and_services_are_one_however_written()
    {
        var analysis = new NeedsAnalysis([One(NeedIs.Met, "City College"), One(NeedIs.UnderWay, " city college"), One(NeedIs.Waiting), One(NeedIs.Gap), One(NeedIs.NoNeed), One(NeedIs.NotLookedAt), One(NeedIs.Gap) with { Pathway = "health" }]);
        (analysis.Assessed("ete"), analysis.Needs("ete")).ShouldBe((5, 4));
        Enum.GetValues<NeedIs>().Sum(s => analysis.Count("ete", s)).ShouldBe(analysis.Of("ete").Count);
        analysis.Services("ete").ShouldBe([("City College", 2, 1)]);
        analysis.Worst.ShouldBe("ete");
        new NeedsAnalysis([]).Worst.ShouldBeNull();
        new NeedsAnalysis([One(NeedIs.Met)]).Worst.ShouldBeNull();
    }

    [Fact]
    public void A_group_is_held_against_those_known_not_to_be_of_it()
    {
        var unmet = Enumerable.Range(0, 20).Select(_ => One(NeedIs.Gap) with { LookedAfter = true });
        var met = Enumerable.Range(0, 20).Select(_ => One(NeedIs.Met) with { LookedAfter = false });
        var unknown = Enumerable.Range(0, 9).Select(_ => One(NeedIs.Gap) with { LookedAfter = null });
        var group = new NeedsAnalysis([.. unmet, .. met, .. unknown]).Group("ete", n => n.LookedAfter);
        group.ShouldBe(new GroupNeeds(20, 20, 20, 0));
        group.Against.ShouldBe(Compared.Higher);
        new NeedsAnalysis([.. unmet.Take(4), .. met]).Group("ete", n => n.LookedAfter).Against.ShouldBe(Compared.TooFew);
    }

    private static PlannedNeed One(NeedIs state, string? service = null) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "ete", state, service, "White", false, false);
}
