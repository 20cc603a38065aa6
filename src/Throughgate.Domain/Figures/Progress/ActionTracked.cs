using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures.Progress;

/// <summary>Where an action agreed at a review of progress stands.</summary>
public enum ActionIs
{
    Open,

    /// <summary>Within a week of its day.</summary>
    Due,
    Overdue,
    Done,
    DoneLate,
}

public static class ActionTracked
{
    /// <summary>Days before its day on which it begins to stand on its owner's Today.</summary>
    public const int DaysBefore = 7;

    [Rule("PER-3")]
    public static ActionIs On(DateOnly dueOn, DateOnly? doneOn, DateOnly today) =>
        doneOn is { } done ? (done <= dueOn ? ActionIs.Done : ActionIs.DoneLate)
        : today > dueOn ? ActionIs.Overdue
        : today >= dueOn.AddDays(-DaysBefore) ? ActionIs.Due
        : ActionIs.Open;
}
