namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-2: the first pathway plan.</summary>
public static class PlanDrawnUp
{
    public static readonly Figure Within = new(
        "PLN-2.working-days",
        "Working days from sentence to the pathway plan",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "PLN-2",
        RuleKind.Duty,
        "A pathway plan is drawn up within {0} working days of entering custody. For each of the seven pathways it names the need, the "
            + "goal, the actions, who does each by when, and what is needed for it.",
        "S0 §Lead professional; S0 §Visiting young people in custody; S1 §2.2.3",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Draw up the pathway plan", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        var within = seen.Figure(Within, seen.SentencedOn);
        DayOf? drawnUp = seen.Seen(seen.Facts.PlanDrawnUpOn) is { } day ? new(day, "Plan drawn up") : null;
        var due = seen.WorkingDaysAfter(seen.SentencedOn, within);
        yield return seen.Raise(Rule, new(seen.SentencedOn, "Sentence"), due, drawnUp, lost: false, within);
    }
}
