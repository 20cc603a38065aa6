using Throughgate.Domain.Plans;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Plans;

/// <summary>The seven pathways, when one of them is written, and what changed between versions.</summary>
[Trait("rule", "PLN-5")]
[Trait("rule", "PLN-8")]
public class PlanTests
{
    private static readonly PlanAction Step = new(Guid.CreateVersion7(), "Visit the college", "young_person", null, new DateOnly(2010, 5, 4), null, "not_needed");
    private static readonly PlanPathway Ete = new("ete", false, "No school", "Bricklaying", "service", "Leeds College", null) { Actions = [Step] };

    [Fact]
    public void The_seven_pathways_are_those_of_the_code_list_in_its_order() =>
        Pathways.All.ShouldBe(CsvRows.Read(Repository.PathOf("data", "codes.csv")).Where(r => r["list"] == "pathway").Select(r => r["code"]));

    [Fact]
    public void A_pathway_is_written_with_need_goal_resource_and_actions_that_have_a_day_or_where_nothing_is_needed()
    {
        Ete.IsWritten.ShouldBeTrue();
        (Ete with { Need = null }).IsWritten.ShouldBeFalse();
        (Ete with { Goal = null }).IsWritten.ShouldBeFalse();
        (Ete with { Resource = null }).IsWritten.ShouldBeFalse("which service?");
        (Ete with { ResourceKind = "gap", Resource = null }).IsWritten.ShouldBeTrue("a gap is an answer");
        (Ete with { Actions = [] }).IsWritten.ShouldBeFalse();
        (Ete with { Actions = [Step with { ByOn = null }] }).IsWritten.ShouldBeFalse("by when?");
        new PlanPathway("ete", true, null, null, null, null, null).IsWritten.ShouldBeTrue();
    }

    [Fact]
    public void What_changed_is_told_action_by_action()
    {
        var was = Of(Ete with { Actions = [Step, Step with { Line = Guid.CreateVersion7(), What = "Buy boots" }] });
        var now = Of(Ete with { Goal = "Plumbing", Actions = [Step with { What = "Visit two colleges" }, Step with { Line = Guid.CreateVersion7(), What = "Ask aunt" }] });
        PlanChanges.Between(was, now).Select(c => (c.What, c.Was, c.Is)).ShouldBe(
        [
            ("Goal", "Bricklaying", "Plumbing"),
            ("Action", "Visit the college", "Visit two colleges"),
            ("Action", null, "Ask aunt"),
            ("Action", "Buy boots", null),
        ]);
        PlanChanges.Between(was, was).ShouldBeEmpty();
        PlanChanges.Between(was, now).ShouldAllBe(c => PlanChanges.Names.Contains(c.What));
    }

    private static Plan Of(PlanPathway pathway) => new() { Number = 1, BegunOn = new(2010, 3, 10), Author = "Priya Shah", Pathways = [pathway] };
}
