using Throughgate.Domain.Education;

namespace Throughgate.Domain.Returns;

/// <summary>Hours of education, training and employment in the week that counts.</summary>
/// <param name="Week">Monday of the week whose hours are used; null where every week looked at was one the person was unable in.</param>
/// <param name="Hours">Sum of that week's rows.</param>
/// <param name="Needed">Hours that make it full-time: 25 of compulsory school age, otherwise 16; null where no week is used.</param>
public readonly record struct EteAnswer(DateOnly? Week, decimal Hours, int? Needed)
{
    public bool IsFullTime => Hours >= Needed;
}

/// <summary>
/// Table I4, <c>in_full_time_ete</c> (RET-1; S0 App. D): the last full week before the case closed, or, where the person was unable to
/// take part in that week, the latest earlier week in which they were able.
/// </summary>
public static class FullTimeEte
{
    public const int HoursOfSchoolAge = 25;
    public const int HoursAboveSchoolAge = 16;

    /// <summary>From the rows of the closed case alone; a week runs from Monday to Sunday.</summary>
    public static EteAnswer Of(IReadOnlyList<EteRow> rows, DateOnly closedOn, DateOnly dateOfBirth)
    {
        var lastWeek = LastFullWeek(closedOn);
        var week = IsUnable(rows, lastWeek) ? LatestAbleBefore(rows, lastWeek) : lastWeek;
        if (week is not { } used)
        {
            return new(null, 0, null);
        }

        var hours = 0m;
        foreach (var row in rows)
        {
            hours += row.Week == used ? row.Hours : 0;
        }

        return new(used, hours, SchoolAge.Covers(dateOfBirth, used) ? HoursOfSchoolAge : HoursAboveSchoolAge);
    }

    /// <summary>Monday of the last week whose Sunday is on or before the day.</summary>
    public static DateOnly LastFullWeek(DateOnly day) => day.AddDays(-(int)day.DayOfWeek - 6);

    /// <summary>A week counts as unable when any of its rows has a reason, whatever hours stand in it.</summary>
    public static bool IsUnable(IReadOnlyList<EteRow> rows, DateOnly week)
    {
        foreach (var row in rows)
        {
            if (row.Week == week && row.UnableReason is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly? LatestAbleBefore(IReadOnlyList<EteRow> rows, DateOnly week)
    {
        DateOnly? latest = null;
        foreach (var row in rows)
        {
            if (row.Week < week && !(row.Week <= latest) && !IsUnable(rows, row.Week))
            {
                latest = row.Week;
            }
        }

        return latest;
    }
}
