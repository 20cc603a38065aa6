namespace Throughgate.Domain.Figures.Safe;

/// <summary>One of those counted, without anything that names them: a person's number in this reckoning, the day, and what it is about. Two measures that count the same event have the same.</summary>
public readonly record struct Event(int Person, int Day, int About) : IComparable<Event>
{
    public static Event Of(Measured one, int person) => new(person, one.On.DayNumber, (one.Sentence?.Id ?? one.Case?.Id ?? Guid.Empty).GetHashCode());

    public int CompareTo(Event other) => (Person, Day, About).CompareTo((other.Person, other.Day, other.About));

    public static bool operator <(Event left, Event right) => left.CompareTo(right) < 0;

    public static bool operator >(Event left, Event right) => left.CompareTo(right) > 0;

    public static bool operator <=(Event left, Event right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Event left, Event right) => left.CompareTo(right) >= 0;
}
