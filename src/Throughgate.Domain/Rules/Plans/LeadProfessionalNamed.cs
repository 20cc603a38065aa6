namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-1: somebody answers for the young person from the first days in custody.</summary>
public static class LeadProfessionalNamed
{
    public static readonly Figure Within = new(
        "PLN-1.working-days",
        "Working days from sentence to naming a lead professional",
        FigureUnit.WorkingDays,
        5,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "PLN-1",
        RuleKind.Duty,
        "A lead professional is named within {0} working days of entering custody, and stays named through the sentence and beyond.",
        "S0 §Lead professional",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Name a lead professional", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        var within = seen.Figure(Within, seen.SentencedOn);
        DayOf? named = seen.Seen(seen.Facts.LeadProfessionalOn) is { } day ? new(day, "Lead professional named") : null;
        var due = seen.WorkingDaysAfter(seen.SentencedOn, within);
        yield return seen.Raise(Rule, new(seen.SentencedOn, "Sentence"), due, named, lost: false, within);
    }
}
