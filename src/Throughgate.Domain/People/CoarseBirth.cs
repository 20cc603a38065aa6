using Throughgate.Domain.Time;

namespace Throughgate.Domain.People;

/// <summary>A birth date that says no more than figures need: the first day of its month, or the last, where nobody's age on the days that count changes by it; else as it is.</summary>
public static class CoarseBirth
{
    /// <param name="days">Days on which a figure asks how old the young person was.</param>
    public static DateOnly Of(DateOnly born, IReadOnlyCollection<DateOnly> days)
    {
        var first = new DateOnly(born.Year, born.Month, 1);
        DateOnly[] coarse = [first, first.AddMonths(1).AddDays(-1)];
        return Array.Find(coarse, c => days.All(d => Age.On(c, d) == Age.On(born, d))) is var found && found != default ? found : born;
    }
}
