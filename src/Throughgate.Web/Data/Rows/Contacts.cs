namespace Throughgate.Web.Data.Rows;

/// <summary>Who goes to a planned contact, and the series it is one of.</summary>
public sealed class ContactPlan : IOfCase
{
    /// <summary>Key of the contact.</summary>
    public Guid ContactId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Null: whoever the case is allocated to.</summary>
    public Guid? WorkerId { get; set; }

    /// <summary>The same for every contact of a series; null for a single one.</summary>
    public Guid? SeriesId { get; init; }
}

/// <summary>Where a contact is to be. A place where somebody can be found stands alone.</summary>
public sealed class ContactPlace : IOfCase
{
    public Guid ContactId { get; init; }

    public Guid CaseId { get; init; }
    public required string Place { get; set; }
}

/// <summary>What somebody typed into a form and has not saved, sealed for them alone.</summary>
public sealed class Draft
{
    public Guid AccountId { get; init; }

    /// <summary>The form's own address.</summary>
    public required string Form { get; init; }
    public required string Sealed { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>The secret address of a worker's diary, as its hash.</summary>
public sealed class CalendarFeed
{
    public Guid AccountId { get; init; }
    public required byte[] KeyHash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>When education is protected in an establishment (REL-12), as the scheme set it; the newest holds.</summary>
public sealed class EstablishmentHours
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public required string Establishment { get; init; }

    /// <summary>09:00-12:00 13:00-16:00, Monday to Friday.</summary>
    public required string Sessions { get; init; }
    public DateTimeOffset SetAt { get; init; }
    public required string ActorName { get; init; }
    public required string Reason { get; init; }
}
