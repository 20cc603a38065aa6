namespace Throughgate.Domain.Rules.Escalations;

/// <summary>One duty of resettlement planning that has come due, and where it belongs.</summary>
/// <param name="Yot">Code of the YOT where the young person lived on the due date; null where none is recorded.</param>
/// <param name="Establishment">Code of the establishment that held them then; null where none did, or it is not known.</param>
public sealed record PlanningDuty(Duty Duty, string? Yot, string? Establishment)
{
    public string? Pathway => Timeliness.PathwayOf(Duty.RuleId);
}

/// <summary>How timely the duties of one group were.</summary>
/// <param name="Group">A code; null for those that belong to none.</param>
/// <param name="NotDone">Overdue still, or missed for good.</param>
/// <param name="MiddleDaysLate">Median of the days by which duties were, or are, late; null where none is.</param>
public sealed record TimelinessOfGroup(string? Group, int OnTime, int Late, int NotDone, int? MiddleDaysLate, int? MostDaysLate)
{
    public int All => OnTime + Late + NotDone;
}

/// <summary>ESC-2: whether resettlement is planned in time, and where it is not.</summary>
public static class Timeliness
{
    public static readonly Citation Citation = new(
        "ESC-2",
        RuleKind.Calculation,
        "Timeliness of resettlement planning is reported per YOT, establishment and pathway: on time, late, by how much.",
        "S1 §7.2",
        true
    );

    private static readonly Dictionary<string, string> Pathways = new(StringComparer.Ordinal)
    {
        ["PLN-1"] = "case_management",
        ["PLN-2"] = "case_management",
        ["PLN-4"] = "case_management",
        ["PLN-4E"] = "case_management",
        ["PLN-7"] = "case_management",
        ["PLN-9"] = "case_management",
        ["REL-1"] = "case_management",
        ["REL-2"] = "case_management",
        ["REL-6"] = "case_management",
        ["REL-3"] = "accommodation",
        ["REL-5"] = "accommodation",
        ["REL-7"] = "ete",
        ["FAM-3"] = "families",
        ["FAM-4"] = "families",
    };

    /// <summary>The pathway that a rule plans for (a code of the list <c>pathway</c>); null for a rule that is not of planning.</summary>
    public static string? PathwayOf(string rule) => Pathways.GetValueOrDefault(rule);

    /// <summary>Group by group, those with most that was not in time first. A duty that is not due yet counts nowhere.</summary>
    public static IReadOnlyList<TimelinessOfGroup> By(IEnumerable<PlanningDuty> duties, Func<PlanningDuty, string?> group, DateOnly on) =>
        [
            .. duties.Where(d => d.Duty.State != DutyState.Due)
                .GroupBy(group)
                .Select(g => Of(g.Key, [.. g.Select(d => d.Duty)], on))
                .OrderByDescending(g => g.Late + g.NotDone)
                .ThenBy(g => g.Group, StringComparer.Ordinal),
        ];

    private static TimelinessOfGroup Of(string? group, List<Duty> duties, DateOnly on)
    {
        // What was missed for good has no day on which it was done, and so no number of days.
        var late = duties.Where(d => d.State is DutyState.MetLate or DutyState.Overdue).Select(d => (d.MetOn ?? on).DayNumber - d.Due.DayNumber).Order().ToList();
        int Count(params DutyState[] states) => duties.Count(d => states.Contains(d.State));
        return new(group, Count(DutyState.Met), Count(DutyState.MetLate), Count(DutyState.Overdue, DutyState.Missed), late.Count == 0 ? null : late[late.Count / 2], late.Count == 0 ? null : late[^1]);
    }
}
