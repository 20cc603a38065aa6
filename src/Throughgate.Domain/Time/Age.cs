namespace Throughgate.Domain.Time;

/// <summary>Age in whole years. Somebody born on 29 February has their birthday on 1 March in common years (spec: RET-1, ELG-4).</summary>
public static class Age
{
    /// <summary>Age on a day; negative before birth.</summary>
    public static int On(DateOnly dateOfBirth, DateOnly day)
    {
        var years = day.Year - dateOfBirth.Year;
        var reached = (day.Month, day.Day).CompareTo((dateOfBirth.Month, dateOfBirth.Day)) >= 0;
        return reached ? years : years - 1;
    }

    /// <summary>The day on which that age is reached.</summary>
    public static DateOnly Birthday(DateOnly dateOfBirth, int age)
    {
        var year = dateOfBirth.Year + age;
        var leapless = dateOfBirth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year);
        return leapless ? new DateOnly(year, 3, 1) : new DateOnly(year, dateOfBirth.Month, dateOfBirth.Day);
    }
}
