namespace Throughgate.Domain.Education;

/// <summary>Hours of education, training or employment received in one week.</summary>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Hours">0 to 60.</param>
/// <param name="Provision">Code of the list <c>provision</c>.</param>
/// <param name="UnableReason">Code of the list <c>unable</c>; null where the person was able.</param>
public readonly record struct EteRow(DateOnly Week, decimal Hours, string? Provision, string? UnableReason)
{
    /// <summary>Key of the row it was read from; empty where it stands in no database.</summary>
    public Guid Id { get; init; }

    /// <summary>Hours offered in the week, 0 to 60; null where nobody recorded them. The return reads the hours received alone.</summary>
    public decimal? Offered { get; init; }
}
