using Throughgate.Domain.Figures;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Gaps;

/// <summary>Some of those in need against all others: how many need it, and of how many of them it is unmet.</summary>
public sealed record GroupNeeds(int Needs, int Unmet, int OtherNeeds, int OtherUnmet)
{
    /// <summary>Whether more of this group's needs are unmet than of the others', or whether the numbers are too small to tell (Newcombe, 95%).</summary>
    public Compared Against => Interval.Compare(Unmet, Needs, OtherUnmet, OtherNeeds);
}

/// <summary>
/// Gaps and needs, pathway by pathway, from the plans of open programmes as they stand (GOV-9): needs assessed, met by whom, waiting, unmet. Every number is a set of
/// programmes that can be opened.
/// </summary>
[Rule("GOV-9")]
public sealed class NeedsAnalysis(IEnumerable<PlannedNeed> all)
{
    private readonly ILookup<string, PlannedNeed> _pathways = all.ToLookup(n => n.Pathway, StringComparer.Ordinal);

    public IReadOnlyList<PlannedNeed> Of(string pathway, NeedIs? state = null) => [.. _pathways[pathway].Where(n => state is null || n.Is == state)];

    public int Count(string pathway, NeedIs state) => _pathways[pathway].Count(n => n.Is == state);

    /// <summary>Plans that say something of the pathway.</summary>
    public int Assessed(string pathway) => _pathways[pathway].Count(n => n.Is != NeedIs.NotLookedAt);

    public int Needs(string pathway) => _pathways[pathway].Count(n => n.IsNeed);

    /// <summary>Who is named for the needs of a pathway, the most first; the same name however it is written.</summary>
    public IReadOnlyList<(string Service, int Needs, int Met)> Services(string pathway) =>
        [
            .. _pathways[pathway]
                .Where(n => n.IsNeed && n.Service is not null)
                .GroupBy(n => n.Service!.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(g => (g.First().Service!.Trim(), g.Count(), g.Count(n => n.Is == NeedIs.Met)))
                .OrderByDescending(s => s.Item2)
                .ThenBy(s => s.Item1, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Those of whom it is so, against those of whom it is known not to be.</summary>
    /// <param name="isOf">Null where it is not known.</param>
    public GroupNeeds Group(string pathway, Func<PlannedNeed, bool?> isOf)
    {
        var (ours, others) = (Needing(pathway, n => isOf(n) == true), Needing(pathway, n => isOf(n) == false));
        return new(ours.Count, ours.Count(n => n.IsUnmet), others.Count, others.Count(n => n.IsUnmet));
    }

    /// <summary>The ethnic groups of those who need it, known ones only.</summary>
    public IReadOnlyList<string> EthnicGroups(string pathway) =>
        [.. _pathways[pathway].Where(n => n.IsNeed && n.EthnicGroup.Length > 0).Select(n => n.EthnicGroup).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The pathway with most unmet needs; null where none is.</summary>
    public string? Worst => Pathways.All.Where(p => _pathways[p].Any(n => n.IsUnmet)).MaxBy(p => _pathways[p].Count(n => n.IsUnmet));

    private List<PlannedNeed> Needing(string pathway, Func<PlannedNeed, bool> some) => [.. _pathways[pathway].Where(n => n.IsNeed && some(n))];
}
