using Throughgate.Domain.Plans;
using Throughgate.Domain.Returns.Counts;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Gaps;

/// <summary>One pathway, in young people rounded to the nearest 5; null where it may not be shown.</summary>
/// <param name="IsRecorded">A plan speaks of the pathway at all.</param>
/// <param name="Needs">Whose plan says that something is needed.</param>
/// <param name="Named">For whom somebody is named, or all is done.</param>
/// <param name="Unmet">Who wait, or whom nobody serves.</param>
/// <param name="Gap">Of them, whom nobody serves: the plan says that nobody offers it (PLN-8).</param>
public sealed record PathwayInCounts(string Pathway, bool IsRecorded, int? Needs, int? Named, int? Unmet, int? Gap);

/// <summary>
/// Gaps and needs of several schemes for whoever may open nobody (GOV-9, INF-6). The young people of a pathway are parted, and parted again: in need or not; somebody named or unmet;
/// waiting or a gap. Each parting is shown where nobody or at least 5 are in each of its parts, and the one before it is shown. Every number is rounded to the nearest 5 by itself.
/// </summary>
[Rule("GOV-9")]
[Rule("INF-6")]
public sealed class NeedsInCounts
{
    private NeedsInCounts(int? planned, IReadOnlyList<PathwayInCounts> pathways) => (Planned, Pathways) = (planned, pathways);

    /// <summary>Young people with a plan; null where they are 1 to 4.</summary>
    public int? Planned { get; }

    /// <summary>In the order of the pathways.</summary>
    public IReadOnlyList<PathwayInCounts> Pathways { get; }

    public static NeedsInCounts Of(IReadOnlyCollection<PlannedNeed> needs)
    {
        var planned = People(needs);
        return new(Suppression.IsSmall(planned) ? null : Suppression.Rounded(planned), [.. Domain.Plans.Pathways.All.Select(p => Of(p, needs.Where(n => n.Pathway == p).ToList()))]);
    }

    private static PathwayInCounts Of(string pathway, IReadOnlyCollection<PlannedNeed> all)
    {
        int Are(Func<PlannedNeed, bool> those) => People(all.Where(those));
        var (needs, others, named, unmet) = (Are(n => n.IsNeed), Are(n => !n.IsNeed), Are(n => n.IsNeed && !n.IsUnmet), Are(n => n.IsUnmet));
        var (waiting, gap) = (Are(n => n.Is == NeedIs.Waiting), Are(n => n.Is == NeedIs.Gap));
        var assessed = Are(n => n.Is != NeedIs.NotLookedAt);
        var showNeeds = MayPart(needs, others) && assessed > 0 && !Suppression.IsSmall(assessed);
        var showUnmet = showNeeds && MayPart(named, unmet);
        var showGap = showUnmet && MayPart(waiting, gap);
        return new(pathway, assessed > 0, Shown(showNeeds, needs), Shown(showUnmet, named), Shown(showUnmet, unmet), Shown(showGap, gap));
    }

    private static bool MayPart(int one, int other) => !Suppression.IsSmall(one) && !Suppression.IsSmall(other);

    private static int? Shown(bool show, int count) => show ? Suppression.Rounded(count) : null;

    private static int People(IEnumerable<PlannedNeed> needs) => needs.Select(n => n.Person).Distinct().Count();
}
