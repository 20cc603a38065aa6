using Throughgate.Domain.Plans;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Gaps;

/// <summary>Where a need of a plan stands on a pathway.</summary>
public enum NeedIs
{
    /// <summary>The plan says nothing of the pathway yet.</summary>
    NotLookedAt,

    /// <summary>Looked at, and nothing is needed now.</summary>
    NoNeed,

    /// <summary>Every step is done.</summary>
    Met,

    /// <summary>A service or a worker is named, and steps are still to come.</summary>
    UnderWay,

    /// <summary>Waiting: nobody is named for it yet.</summary>
    Waiting,

    /// <summary>Unmet: the plan says that there is nobody who offers it (PLN-8).</summary>
    Gap,
}

/// <summary>What the newest plan of one open programme says of one pathway, and of whom.</summary>
/// <param name="Service">Who is named for it; null where nobody is.</param>
/// <param name="EthnicGroup">Empty where it is not known.</param>
public sealed record PlannedNeed(Guid Person, Guid Case, string Pathway, NeedIs Is, string? Service, string EthnicGroup, bool? LookedAfter, bool? Send)
{
    /// <summary>There is a need, met or not.</summary>
    public bool IsNeed => Is > NeedIs.NoNeed;

    public bool IsUnmet => Is is NeedIs.Waiting or NeedIs.Gap;

    /// <summary>Where a need stands. Steps that are all done meet it, whoever was named; a gap in the resource or in a step still to come is a gap.</summary>
    [Rule("GOV-9")]
    public static NeedIs Of(PlanPathway said) =>
        said.NoNeed ? NeedIs.NoNeed
        : !said.IsBegun ? NeedIs.NotLookedAt
        : said.Actions.Count > 0 && said.Actions.All(a => a.DoneOn is not null) ? NeedIs.Met
        : said.ResourceKind == PlanResources.Gap || said.Actions.Any(a => a.DoneOn is null && a.Who == PlanResources.Gap) ? NeedIs.Gap
        : said.HasResource ? NeedIs.UnderWay
        : NeedIs.Waiting;
}
