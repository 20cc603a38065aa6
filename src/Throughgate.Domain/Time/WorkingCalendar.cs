using System.Collections.Frozen;

namespace Throughgate.Domain.Time;

/// <summary>
/// The working days of England and Wales: Monday to Friday, without the bank holidays listed. Bank holidays are announced a few years
/// ahead, so a day after <see cref="LastListedYear"/> is reckoned on weekends alone; ask <see cref="Passes"/> before trusting it.
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> bankHolidays, int lastListedYear)
{
    private readonly FrozenSet<DateOnly> _holidays = bankHolidays.ToFrozenSet();

    /// <summary>The last year whose bank holidays are listed in full.</summary>
    public int LastListedYear { get; } = lastListedYear;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="day"/>; the day itself never counts. 0 gives the day.</summary>
    public DateOnly WorkingDaysAfter(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; )
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>The <paramref name="count"/>-th working day before <paramref name="day"/>; the day itself never counts. 0 gives the day.</summary>
    public DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; )
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days from the first day (not counted) to the second (counted); negative when the second comes first.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from; day < to; )
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a reckoning that ended on this day went past the listed years, so that bank holidays may be missing from it.</summary>
    public bool Passes(DateOnly day) => day.Year > LastListedYear;
}
