namespace Throughgate.Web.Data.Rows;

/// <summary>Rows that are added and never changed: consent, decisions and disclosures are history as they stand. <see cref="Db"/> refuses a change.</summary>
public interface IOnlyAdded;

/// <summary>A talk about sharing with the young person, a withdrawal, or a talk taken back (INF-2).</summary>
public sealed class ConsentTalk : IOfCase, IOnlyAdded
{
    public const string Talk = "talk";
    public const string Withdrawal = "withdrawal";

    /// <summary>The young person agreed to one single disclosure to the police or an employer.</summary>
    public const string Single = "single";

    /// <summary>An earlier talk was recorded by mistake: what it gave is taken back.</summary>
    public const string Mistake = "mistake";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public required string Kind { get; init; }
    public DateOnly HeldOn { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
    public string? ExplainedBy { get; init; }
    public string? How { get; init; }

    /// <summary>yes, with_help or no.</summary>
    public string? Understood { get; init; }
    public string? Present { get; init; }
    public string? OwnWords { get; init; }

    /// <summary>What was refused, and why, as it was said.</summary>
    public string? Refused { get; init; }

    /// <summary>gillick, capacity (16 and over) or not_competent: somebody else then agreed for them.</summary>
    public string? Competence { get; init; }
    public string? CompetenceWhy { get; init; }

    /// <summary>agrees, disagrees or not_asked.</summary>
    public string? ParentView { get; init; }
    public string? ParentSaid { get; init; }

    /// <summary>The young person was told that figures count everybody, without names.</summary>
    public bool ToldOfFigures { get; init; }

    /// <summary>given, refused or withdrawn: the use of the record, without name, for evaluation (Domain/Sharing/StatisticsFlag). Null: not talked about.</summary>
    public string? Statistics { get; init; }

    /// <summary>The day on which that counts as said: a withdrawal always comes after its yes.</summary>
    public DateOnly? StatisticsOn { get; init; }
}

/// <summary>What was answered about one agency and one category: Domain/Sharing/ConsentAnswer.</summary>
public sealed class ConsentAnswerRow : IOfCase, IOnlyAdded
{
    public Guid ConsentId { get; init; }
    public Guid CaseId { get; init; }
    public Guid PartnerId { get; init; }
    public required string Category { get; init; }
    public required string Answer { get; init; }
    public DateOnly SaidOn { get; init; }
    public DateTimeOffset At { get; init; }
    public DateOnly? UntilOn { get; init; }
}

/// <summary>A decision to share: Domain/Sharing/SharingDecision.</summary>
public sealed class SharingDecisionRow : IOfCase, IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PartnerId { get; init; }
    public required string Basis { get; init; }
    public required string Reason { get; init; }
    public Guid DecidedById { get; init; }
    public required string DecidedBy { get; init; }
    public DateTimeOffset DecidedAt { get; init; }
    public DateOnly UntilOn { get; init; }
    public bool Once { get; init; }
    public bool OverridesRefusal { get; init; }
}

public sealed class SharingDecisionCategory : IOfCase, IOnlyAdded
{
    public Guid DecisionId { get; init; }
    public Guid CaseId { get; init; }
    public required string Category { get; init; }
}

/// <summary>A second person confirmed that a no is overridden.</summary>
public sealed class SharingConfirmation : IOfCase, IOnlyAdded
{
    public Guid DecisionId { get; init; }
    public Guid CaseId { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A decision was ended before its last day.</summary>
public sealed class SharingEnd : IOfCase, IOnlyAdded
{
    public Guid DecisionId { get; init; }
    public Guid CaseId { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Why { get; init; }
}
