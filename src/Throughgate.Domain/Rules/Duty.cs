namespace Throughgate.Domain.Rules;

/// <summary>Where a duty stands on the day looked at (spec/duties.md).</summary>
public enum DutyState
{
    /// <summary>Evidence on or before the due date.</summary>
    Met,

    /// <summary>Evidence after the due date.</summary>
    MetLate,

    /// <summary>No evidence, and the due date has not passed.</summary>
    Due,

    /// <summary>No evidence, and the due date has passed.</summary>
    Overdue,

    /// <summary>No evidence, and it can no longer be met.</summary>
    Missed,
}

/// <summary>A day and what happened on it. The text is English and the key of its Welsh.</summary>
public readonly record struct DayOf(DateOnly On, string What);

/// <summary>One thing that a rule asks of a case, worked out from the facts and never typed in.</summary>
public sealed record Duty
{
    public required DutyRule Rule { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The young person's reference.</summary>
    public required string Person { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The case's reference.</summary>
    public required string Case { get; init; }

    public required DateOnly Due { get; init; }

    public required DutyState State { get; init; }

    /// <summary>The day from which the due date is reckoned, and what happened (or is expected) then.</summary>
    public required DayOf ReckonedFrom { get; init; }

    /// <summary>What met the duty, and when; null without evidence.</summary>
    public required DayOf? Evidence { get; init; }

    /// <summary>The figures in force that gave the due date, in the order of the rule's sentence.</summary>
    public required IReadOnlyList<FigureInForce> Figures { get; init; }

    /// <summary>The reckoning in working days went past the bank holidays listed, so that the due date may move when more are.</summary>
    public required bool PassesCalendar { get; init; }

    public DateOnly? MetOn => Evidence?.On;

    public string RuleId => Rule.Citation.Rule;

    public Citation Citation => Rule.Citation;

    /// <summary>Asked and not done, and can still be done.</summary>
    public bool IsOpen => State is DutyState.Due or DutyState.Overdue;

    /// <summary>The state as the JSON has it: <c>met_late</c>.</summary>
    public string StateCode => State == DutyState.MetLate ? "met_late" : State.ToString().ToLowerInvariant();

    /// <summary>Due, then case and rule (ordinal), then the day it was met with none last: the order of every list of duties.</summary>
    public static int InOrder(Duty left, Duty right)
    {
        var byDue = left.Due.CompareTo(right.Due);
        var byCase = byDue != 0 ? byDue : string.CompareOrdinal(left.Case, right.Case);
        var byRule = byCase != 0 ? byCase : string.CompareOrdinal(left.RuleId, right.RuleId);
        var byMet = byRule != 0 ? byRule : (left.MetOn ?? DateOnly.MaxValue).CompareTo(right.MetOn ?? DateOnly.MaxValue);

        // Two stages of one exchange may be due on the same day: the one that began first stands first, in every list.
        var byFrom = byMet != 0 ? byMet : left.ReckonedFrom.On.CompareTo(right.ReckonedFrom.On);
        return byFrom != 0 ? byFrom : string.CompareOrdinal(left.ReckonedFrom.What, right.ReckonedFrom.What);
    }
}
