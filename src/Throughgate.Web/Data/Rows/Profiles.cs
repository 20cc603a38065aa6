namespace Throughgate.Web.Data.Rows;

/// <summary>Who the young people of an area are, as somebody typed it from a source (GOV-9). Added, never changed: the newest stands.</summary>
public sealed class ProfileRow : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null: of England and Wales.</summary>
    public string? Scheme { get; init; }
    public required string Source { get; init; }

    /// <summary>The day of which the source speaks.</summary>
    public DateOnly AsOf { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}

/// <summary>The share of one group, in thousandths.</summary>
public sealed class ProfileShare : IOnlyAdded
{
    public Guid ProfileId { get; init; }
    public required string GroupCode { get; init; }
    public int PerMille { get; init; }
}
