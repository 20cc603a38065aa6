namespace Throughgate.Domain.Time;

/// <summary>
/// Compulsory school age: up to and including the last Friday in June of the school year (1 September to 31 August) in which the
/// person turns 16.
/// </summary>
public static class SchoolAge
{
    /// <summary>The last day of compulsory school age.</summary>
    public static DateOnly LastDay(DateOnly dateOfBirth)
    {
        var sixteen = Age.Birthday(dateOfBirth, 16);
        var endOfJune = new DateOnly(sixteen.Month >= 9 ? sixteen.Year + 1 : sixteen.Year, 6, 30);
        return endOfJune.AddDays(-(((int)endOfJune.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
    }

    /// <summary>Whether the person is of compulsory school age on the day (its upper end alone: nobody here is under five).</summary>
    public static bool Covers(DateOnly dateOfBirth, DateOnly day) => day <= LastDay(dateOfBirth);
}
