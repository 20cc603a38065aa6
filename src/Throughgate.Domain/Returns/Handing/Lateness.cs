namespace Throughgate.Domain.Returns.Handing;

public enum Timeliness
{
    /// <summary>The quarter is not over.</summary>
    NotAsked,

    /// <summary>The quarter was over before the scheme recorded here: if it was owed on a day, then elsewhere. Handing it in here all the same makes nobody late.</summary>
    BeforeRecording,
    Due,
    InTime,

    /// <summary>Handed in after its last day.</summary>
    TooLate,

    /// <summary>Not handed in, and its last day is over.</summary>
    Overdue,
}

/// <summary>RET-5, seen from a day: whether a return is in time. A return is handed in on the day on which it is signed for the first time.</summary>
/// <param name="Days">Days after the last one, where it is late; else 0.</param>
public sealed record Lateness(Timeliness Is, DateOnly Due, int Days)
{
    /// <param name="recordsSince">The scheme's first day of recording here; null where it never recorded here.</param>
    public static Lateness Of(FinancialQuarter quarter, DateOnly? handedInOn, DateOnly today, DateOnly? recordsSince)
    {
        var due = ReturnDue.LastDay(quarter);
        var days = Math.Max(0, (handedInOn ?? today).DayNumber - due.DayNumber);
        return quarter.To < recordsSince || (handedInOn is null && recordsSince is null) ? new(Timeliness.BeforeRecording, due, 0)
            : handedInOn is not null ? new(days > 0 ? Timeliness.TooLate : Timeliness.InTime, due, days)
            : today <= quarter.To ? new(Timeliness.NotAsked, due, 0)
            : days > 0 ? new(Timeliness.Overdue, due, days)
            : new(Timeliness.Due, due, 0);
    }
}
