namespace Throughgate.Domain.Rules.Offers;

/// <summary>OFR-1: the first offer, normally at a visit in custody.</summary>
public static class FirstOffer
{
    public static readonly Figure Within = new(
        "OFR-1.working-days",
        "Working days from sentence to the first offer",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "OFR-1",
        RuleKind.Duty,
        "Support is first offered within {0} working days of sentence, normally at a visit in custody. An offer made otherwise counts, and is "
            + "shown as such.",
        "S0 §Visiting young people in custody; S0 §Eligibility",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Offer support", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        var within = seen.Figure(Within, seen.SentencedOn);
        var due = seen.WorkingDaysAfter(seen.SentencedOn, within);
        yield return seen.Raise(
            Rule,
            new(seen.SentencedOn, "Sentence"),
            due,
            seen.OfferOrStartAfter(DateOnly.MinValue),
            lost: false,
            within
        );
    }
}
