namespace Throughgate.Web.Data.Rows;

public sealed class Case : Row, IOfPerson
{
    public required string Reference { get; set; }
    public Guid PersonId { get; set; }
    public required string Scheme { get; set; }
    public Guid SentenceId { get; set; }
    public DateOnly ReferredOn { get; set; }
    public DateOnly? LeadProfessionalOn { get; set; }
    public DateOnly? PlanDrawnUpOn { get; set; }
    public DateOnly? PlanAgreedByPersonOn { get; set; }
    public DateOnly? PlanAgreedByYotOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public string? ClosingReason { get; set; }
}

/// <summary>Somebody cases are allocated to; with an account, or just a name that an import brought.</summary>
public sealed class Worker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
}

public sealed class Allocation : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Role { get; set; }
    public Guid WorkerId { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
}

public sealed class OfferRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly OfferedOn { get; set; }
    public required string Setting { get; set; }
    public required string Answer { get; set; }
}

public sealed class ContactRow : Row, IOfCase
{
    public required string Reference { get; set; }
    public Guid CaseId { get; set; }

    /// <summary>UK civil time.</summary>
    public DateTime HeldAt { get; set; }
    public int? Minutes { get; set; }
    public required string Kind { get; set; }
    public required string CountsAs { get; set; }
    public required string Outcome { get; set; }
}

/// <summary>What was written with a contact, an offer or a review: apart from the facts that rules and figures read.</summary>
public sealed class Note : IOfCase
{
    /// <summary>Key of the row it belongs to.</summary>
    public Guid RowId { get; init; }

    public Guid CaseId { get; init; }
    public required string Text { get; set; }
}

public sealed class AssessmentRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly CompletedOn { get; set; }
    public required string Purpose { get; set; }
    public int? LivingArrangements { get; set; }
    public int? FamilyAndPersonalRelationships { get; set; }
    public int? EducationTrainingEmployment { get; set; }
    public int? Neighbourhood { get; set; }
    public int? Lifestyle { get; set; }
    public int? SubstanceUse { get; set; }
    public int? PhysicalHealth { get; set; }
    public int? EmotionalAndMentalHealth { get; set; }
    public int? PerceptionOfSelfAndOthers { get; set; }
    public int? ThinkingAndBehaviour { get; set; }
    public int? AttitudesToOffending { get; set; }
    public int? MotivationToChange { get; set; }
}

public sealed class EteWeek : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly WeekOn { get; set; }

    /// <summary>Hours received.</summary>
    public decimal Hours { get; set; }

    /// <summary>Hours offered; null where nobody recorded them.</summary>
    public decimal? HoursOffered { get; set; }
    public string? Provision { get; set; }
    public string? UnableReason { get; set; }
}

public sealed class AccommodationRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
    public required string Type { get; set; }
    public bool? Suitable { get; set; }
    public DateOnly? ConfirmedOn { get; set; }
    public DateOnly? ToldOn { get; set; }
}

public sealed class ReviewRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public DateOnly HeldOn { get; set; }
    public required string Kind { get; set; }
}

/// <summary>The street address of a place to live: shown only on a page of its own, when somebody asks for it.</summary>
public sealed class StreetAddress : IOfCase
{
    /// <summary>Key of the spell it belongs to.</summary>
    public Guid RowId { get; init; }

    public Guid CaseId { get; init; }
    public required string Text { get; set; }
}
