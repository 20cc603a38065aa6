namespace Throughgate.Web.Data.Rows;

/// <summary>One young person shown in one answer of the log: a projection of <see cref="AccessRow.People"/>, see <see cref="Throughgate.Web.History.Looks.LookIndex"/>.</summary>
public sealed class LookRow
{
    public Guid ShownId { get; set; }
    public required string Chain { get; set; }
    public long Seq { get; set; }
    public Guid? ActorId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Nobody else was shown in that answer, and its address named somebody: a record was opened, not a list.</summary>
    public bool Alone { get; set; }
}

/// <summary>How far a chain of the log is taken out into <see cref="LookRow"/>s.</summary>
public sealed class LooksRead
{
    public required string Chain { get; set; }
    public long Seq { get; set; }
}

/// <summary>Somebody's looks at one record on one day, that a manager asked about.</summary>
public sealed class LookReview
{
    public const string Plain = "plain";
    public const string Wrong = "wrong";
    public const string Open = "open";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public Guid LogRow { get; init; }
    public Guid LookerId { get; init; }
    public Guid ShownId { get; init; }
    public DateOnly LookedOn { get; init; }

    /// <summary>plain, wrong or open.</summary>
    public required string Found { get; init; }
    public required string Note { get; init; }
    public DateTimeOffset ReviewedAt { get; init; }
    public Guid ReviewedBy { get; init; }
    public required string ReviewerName { get; init; }
}
