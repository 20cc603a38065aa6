namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-7: somebody other than its author looks at the plan against the seven pathways.</summary>
public static class PlanChecked
{
    public static readonly Figure Within = new(
        "PLN-7.working-days",
        "Working days from a plan to its quality check",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "PLN-7",
        RuleKind.Duty,
        "The plan is checked against the seven pathways by somebody other than its author within {0} working days. The check lists what to mend.",
        "S1 §7.2; Own",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Check the quality of the plan", Of);

    /// <summary>One for the newest version drawn up; an older one that was never checked has gone with it.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        var versions = seen.Facts.Plans.Where(p => p.DrawnUpOn <= seen.On).OrderBy(p => p.DrawnUpOn).ToList();
        if (versions.Count == 0)
        {
            yield break;
        }

        var newest = versions[^1];
        var within = seen.Figure(Within, newest.DrawnUpOn);
        DayOf? evidence = seen.Seen(newest.CheckedOn) is { } day ? new(day, "Plan checked") : null;
        yield return seen.Raise(Rule, new(newest.DrawnUpOn, "Plan drawn up"), seen.WorkingDaysAfter(newest.DrawnUpOn, within), evidence, lost: false, within);
    }
}
