namespace Throughgate.Web.Data.Rows;

/// <summary>Something was told to somebody outside the scheme (INF-5).</summary>
public sealed class DisclosureRow : IOfCase, IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PartnerId { get; init; }

    /// <summary>Who of the partner, by name or part.</summary>
    public required string Recipient { get; init; }

    /// <summary>spoken, letter, email, meeting, page or pack.</summary>
    public required string How { get; init; }
    public DateOnly ToldOn { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
    public string? What { get; init; }
    public required string Why { get; init; }

    /// <summary>A code of <see cref="Domain.Sharing.SharingBases"/>; several, separated by a blank, where categories differ in it.</summary>
    public required string Basis { get; init; }
    public Guid? DecisionId { get; init; }

    /// <summary>The decision where it was for this one disclosure alone: it can be used once.</summary>
    public Guid? SingleDecisionId { get; init; }
}

public sealed class DisclosureCategory : IOfCase, IOnlyAdded
{
    public Guid DisclosureId { get; init; }
    public Guid CaseId { get; init; }
    public required string Category { get; init; }
}
