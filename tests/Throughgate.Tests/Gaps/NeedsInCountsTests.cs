using Throughgate.Domain.Gaps;

namespace Throughgate.Tests.Gaps;

/// <summary>Needs as whoever may open nobody reads them: parted only where no part is 1 to 4 young people.</summary>
[Trait("rule", "GOV-9")]
[Trait("rule", "INF-6")]
public sealed class NeedsInCountsTests
{
    [Theory]
    [InlineData(10, 0, 6, 8, 7, "20 5 15 5", "six served, fifteen not, seven of them a gap")]
    [InlineData(10, 0, 6, 12, 3, "20 5 15 –", "three gaps are not told from those who wait")]
    [InlineData(10, 0, 6, 3, 7, "15 5 10 –", "nor are three who wait")]
    [InlineData(10, 0, 4, 8, 7, "20 – – –", "four served are not told from the others")]
    [InlineData(10, 0, 20, 0, 4, "25 – – –", "nor are four unmet")]
    [InlineData(3, 0, 20, 10, 10, "– – – –", "all but three are in need")]
    [InlineData(0, 3, 20, 10, 10, "– – – –", "of all but three it is known")]
    [InlineData(0, 0, 20, 10, 10, "40 20 20 10", "everybody is in need")]
    [InlineData(9, 0, 0, 0, 0, "0 0 0 0", "nobody is")]
    [InlineData(9, 0, 4, 0, 0, "– – – –", "four are")]
    [InlineData(3, 20, 0, 0, 0, "– – – –", "of three it is known that nothing is needed")]
    public void A_pathway_is_parted_as_far_as_nobody_is_pointed_at(int noNeed, int notLookedAt, int underWay, int waiting, int gap, string shown, string because)
    {
        var all = new[] { (NeedIs.NoNeed, noNeed), (NeedIs.NotLookedAt, notLookedAt), (NeedIs.UnderWay, underWay), (NeedIs.Waiting, waiting), (NeedIs.Gap, gap) };
        var row = NeedsInCounts.Of([.. all.SelectMany(a => Enumerable.Range(0, a.Item2).Select(_ => Need(Guid.CreateVersion7(), a.Item1)))]).Pathways.Single(p => p.Pathway == "ete");
        string.Join(' ', new[] { row.Needs, row.Named, row.Unmet, row.Gap }.Select(n => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–")).ShouldBe(shown, because);
    }

    [Fact]
    public void Somebody_with_two_programmes_is_one_young_person()
    {
        var twice = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        NeedsInCounts.Of([.. twice.Concat(twice).Select(p => Need(p, NeedIs.Gap))]).ShouldSatisfyAllConditions(c => c.Planned.ShouldBeNull(), c => c.Pathways.Single(p => p.Pathway == "ete").Needs.ShouldBeNull());
    }

    private static PlannedNeed Need(Guid person, NeedIs state) => new(person, Guid.CreateVersion7(), "ete", state, null, "", null, null);
}
