namespace Throughgate.Web.Data.Rows;

/// <summary>What was said at a review: who was there, what was decided and what changes in the plan. The row that rules read is <see cref="ReviewRow"/>.</summary>
public sealed class ReviewDetails : IOfCase
{
    /// <summary>Key of the review.</summary>
    public Guid ReviewId { get; init; }

    public Guid CaseId { get; init; }
    public bool YoungPerson { get; set; }
    public bool Parents { get; set; }
    public bool Professionals { get; set; }

    /// <summary>Who they were, and anybody else, by name.</summary>
    public string? Others { get; set; }
    public string? Decided { get; set; }
    public string? PlanChanges { get; set; }

    /// <summary>At the end of the order: who manages the case from then (OPN-7), a code of <see cref="CaseManagedBy"/>.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>The YOT manager who decided it.</summary>
    public string? ManagedDecidedBy { get; set; }

    /// <summary>How long support should go on after the order.</summary>
    public DateOnly? SupportUntil { get; set; }
}

/// <summary>Who manages a case once the order has ended (OPN-7).</summary>
public static class CaseManagedBy
{
    public const string CaseManager = "case_manager";
    public const string ResettlementTeam = "resettlement_team";
}
