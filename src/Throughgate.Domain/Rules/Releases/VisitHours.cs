namespace Throughgate.Domain.Rules.Releases;

/// <summary>A stretch of a day, in UK civil time.</summary>
public readonly record struct Session(TimeOnly From, TimeOnly To)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{From:HH:mm}–{To:HH:mm}");
}

/// <summary>REL-12: a visit in custody keeps out of the hours in which education is protected.</summary>
public static class VisitHours
{
    public static readonly Citation Citation = new(
        "REL-12",
        RuleKind.Warning,
        "Visits in custody respect the establishment's hours: a visit inside protected education time is warned of before it is booked.",
        "S1 §5.1",
        true
    );

    /// <summary>Where the scheme has set none: our default, no source gives hours.</summary>
    public static IReadOnlyList<Session> Default { get; } = [new(new(9, 0), new(12, 0)), new(new(13, 0), new(16, 0))];

    /// <summary>Whether any minute of the visit is inside a session of a working day. A visit of unknown length is taken for its first minute.</summary>
    public static bool IsInside(DateTime at, int? minutes, IReadOnlyList<Session> sessions, WorkingCalendar calendar)
    {
        var (from, to) = (at.TimeOfDay, at.TimeOfDay + TimeSpan.FromMinutes(Math.Max(1, minutes ?? 1)));
        return calendar.IsWorkingDay(DateOnly.FromDateTime(at)) && sessions.Any(s => from < s.To.ToTimeSpan() && to > s.From.ToTimeSpan());
    }
}
