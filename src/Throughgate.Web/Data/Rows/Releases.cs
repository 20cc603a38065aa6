namespace Throughgate.Web.Data.Rows;

/// <summary>How far one item of a release is: Domain/Releases/ReleaseItem.</summary>
public sealed class ReleaseItemRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Item { get; set; }
    public required string State { get; set; }

    /// <summary>The day on which the state was reached.</summary>
    public DateOnly StateOn { get; set; }

    public string? ByWhom { get; set; }

    /// <summary>The day it is booked for, or begins.</summary>
    public DateOnly? ForOn { get; set; }

    public string? Note { get; set; }
}

/// <summary>An item that a scheme adds to its ready-to-leave list.</summary>
public sealed class ReleaseListItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; set; }
    public required string Name { get; set; }
    public DateOnly FromOn { get; set; }

    /// <summary>The last day on which it is asked for; null while it is.</summary>
    public DateOnly? UntilOn { get; set; }
}

public sealed class ExchangeRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string What { get; set; }
    public DateOnly HeldOn { get; set; }
    public string? WithWhom { get; set; }
    public string? Note { get; set; }
}

/// <summary>A feedback form: each answer 3 (yes), 2 (partly), 1 (no), null where not answered.</summary>
public sealed class FeedbackRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Stage { get; set; }
    public DateOnly HeldOn { get; set; }

    /// <summary>paper, phone or screen.</summary>
    public required string How { get; set; }
    public int? Home { get; set; }
    public int? Days { get; set; }
    public int? People { get; set; }
    public int? Promises { get; set; }
    public int? Trouble { get; set; }
    public string? OwnWords { get; set; }
}

/// <summary>Weekend provision in one of the first weeks after release.</summary>
public sealed class WeekendRow : Row, IOfCase
{
    public Guid CaseId { get; set; }

    /// <summary>The return to custody whose release it came after; null for the programme's own sentence.</summary>
    public Guid? SentenceId { get; set; }

    /// <summary>1 for the week that begins with the day of release.</summary>
    public int Week { get; set; }
    public bool? Offered { get; set; }
    public bool? TakenUp { get; set; }
    public string? Note { get; set; }
}

/// <summary>Release on temporary licence (ROTL), from request to outcome.</summary>
public sealed class TemporaryReleaseRow : Row, IOfCase
{
    public Guid CaseId { get; set; }
    public required string Purpose { get; set; }
    public DateOnly AskedOn { get; set; }
    public DateOnly? FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
    public DateOnly? RiskAssessedOn { get; set; }
    public string? Risk { get; set; }

    /// <summary>agreed or refused; null while the establishment has not decided.</summary>
    public string? Decision { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? Reason { get; set; }

    /// <summary>went_well, problem, not_used; null while it is to come.</summary>
    public string? Outcome { get; set; }
}
