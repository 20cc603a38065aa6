namespace Throughgate.Web.Data.Rows;

/// <summary>A scheme's progress was called to a review meeting (PER-3).</summary>
public sealed class ProgressReview : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public DateOnly HeldOn { get; init; }

    /// <summary>Code of the figure that is not good enough; null where it is something else.</summary>
    public string? Measure { get; init; }
    public required string Why { get; init; }
    public required string Attends { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}

/// <summary>What somebody is to do by a day, as agreed at a review.</summary>
public sealed class ProgressAction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ReviewId { get; init; }
    public required string What { get; init; }
    public Guid OwnerId { get; init; }
    public required string OwnerName { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; set; }
    public string? DoneByName { get; set; }
    public int Version { get; set; }
}
