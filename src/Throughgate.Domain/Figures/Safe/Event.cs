namespace Throughgate.Domain.Figures.Safe;

/// <summary>One of those counted, without anything that names them: a person's number in this reckoning, the day, and what it is about. Two measures that count the same event have the same.</summary>
public readonly record struct Event(int Person, int Day, int About)
{
    public static Event Of(Measured one, int person) => new(person, one.On.DayNumber, (one.Sentence?.Id ?? one.Case?.Id ?? Guid.Empty).GetHashCode());
}
