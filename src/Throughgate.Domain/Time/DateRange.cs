namespace Throughgate.Domain.Time;

/// <summary>A run of whole days, both ends inside it; an open end means "to the present".</summary>
public readonly record struct DateRange(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Overlaps(DateRange other) =>
        (other.To is null || From <= other.To) && (To is null || other.From <= To);
}
