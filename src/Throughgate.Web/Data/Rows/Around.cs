namespace Throughgate.Web.Data.Rows;

/// <summary>Somebody around a young person: a parent or carer, the social worker, a friend; and how they are reached, or that they may not be.</summary>
public sealed class PersonAround : Row, IOfPerson
{
    public Guid PersonId { get; set; }

    /// <summary>parent, carer, partner, social_worker, residential_staff, leaving_care_adviser, other.</summary>
    public required string Kind { get; set; }
    public required string Name { get; set; }
    public string? Relation { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>When and how: "evenings, by text".</summary>
    public string? HowToReach { get; set; }
    public bool NotToBeContacted { get; set; }
    public string? WhyNot { get; set; }
    public bool HasParentalResponsibility { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
}

/// <summary>Needs and safeguarding discussed with children's services, for a young person who is a parent (FAM-3).</summary>
public sealed class CareDiscussion : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly HeldOn { get; set; }
    public required string WithWhom { get; set; }
    public required string What { get; set; }
}

/// <summary>Days on which a worker is away, first and last, and who covers for them.</summary>
public sealed class WorkerLeave
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkerId { get; set; }
    public required string Scheme { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly ToOn { get; set; }
    public Guid? CoverId { get; set; }
}
