namespace Throughgate.Domain.Accommodation;

/// <summary>A place to live for a run of days, with when it was confirmed and when the young person was told.</summary>
/// <param name="Type">Code of the list <c>accommodation</c>.</param>
public readonly record struct AccommodationSpell(
    DateRange Days,
    string Type,
    bool? Suitable,
    DateOnly? ConfirmedOn,
    DateOnly? ToldOn
)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }
}
