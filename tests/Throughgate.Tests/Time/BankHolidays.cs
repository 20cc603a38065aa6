namespace Throughgate.Tests.Time;

/// <summary>
/// The bank holidays of England and Wales worked out from their rules and from the proclamations that changed single years: a reckoning of
/// the tests' own, beside the list that the product ships.
/// </summary>
internal static class BankHolidays
{
    public static SortedSet<DateOnly> From(int firstYear, int lastYear)
    {
        var days = new SortedSet<DateOnly>();
        for (var year = firstYear; year <= lastYear; year++)
        {
            days.UnionWith(OfYear(year));
        }

        return days;
    }

    private static IEnumerable<DateOnly> OfYear(int year)
    {
        var easter = EasterSunday(year);
        yield return FirstFreeWeekday(new(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return year == 2020 ? new(2020, 5, 8) : FirstMonday(year, 5); // VE Day, 75 years on
        yield return year switch
        {
            2012 => new(2012, 6, 4), // Diamond Jubilee
            2022 => new(2022, 6, 2), // Platinum Jubilee
            _ => LastMonday(year, 5),
        };
        yield return LastMonday(year, 8);
        var christmas = FirstFreeWeekday(new(year, 12, 25));
        var boxing = FirstFreeWeekday(new(year, 12, 26));
        yield return christmas;
        yield return boxing == christmas ? boxing.AddDays(1) : boxing;
        foreach (var single in new DateOnly[] { new(2011, 4, 29), new(2012, 6, 5), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8) })
        {
            if (single.Year == year)
            {
                yield return single;
            }
        }
    }

    private static DateOnly FirstFreeWeekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.Month == 12 && day.Day == 26 ? day.AddDays(2) : day.AddDays(1),
            DayOfWeek.Monday when day is { Month: 12, Day: 26 } => day.AddDays(1), // Christmas Day was a Sunday and took the Monday
            _ => day,
        };

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        while (day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Gauss's reckoning, with the corrections of the Gregorian calendar for 1900 to 2099.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year % 4, year % 7);
        var d = ((19 * a) + 24) % 30;
        var e = ((2 * b) + (4 * c) + (6 * d) + 5) % 7;
        var day = new DateOnly(year, 3, 22).AddDays(d + e);
        var tooLate = (d == 29 && e == 6) || (d == 28 && e == 6 && a > 10);
        return tooLate ? day.AddDays(-7) : day;
    }
}
