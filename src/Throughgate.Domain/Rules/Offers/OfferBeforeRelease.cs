namespace Throughgate.Domain.Rules.Offers;

/// <summary>OFR-2: a refusal in custody is followed by another offer in good time before release.</summary>
public static class OfferBeforeRelease
{
    public static readonly Figure BeforeRelease = new(
        "OFR-2.days",
        "Days before the expected release by which support is offered again",
        FigureUnit.Days,
        28,
        Figure.SchemeDefault
    );

    public static readonly Figure AtLeast = new(
        "OFR-2.working-days",
        "Working days after a refusal that are always left to offer again",
        FigureUnit.WorkingDays,
        5,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "OFR-2",
        RuleKind.Duty,
        "After a refusal in custody, support is offered again at least {0} days before the expected release; where release is nearer than "
            + "that or not known, within {1} working days.",
        "S0 §What if a young person refuses IRS?; S0 §Visiting young people in custody",
        true,
        BeforeRelease,
        AtLeast
    );

    public static readonly DutyRule Rule = new(Citation, "Offer support again before release", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        foreach (var refused in seen.Offers.Where(o => o.Answer == OfferAnswers.Refused))
        {
            if (refused.On > seen.ReleasedOn || seen.Start <= refused.On)
            {
                yield break; // offers stand in order: all later ones are after release or after the start too
            }

            var again = seen.OfferOrStartAfter(refused.On);
            var atLeast = seen.Figure(AtLeast, refused.On);
            var before = seen.Figure(BeforeRelease, seen.ExpectedReleaseOn ?? refused.On);
            var earliest = seen.WorkingDaysAfter(refused.On, atLeast);
            var due = seen.ExpectedReleaseOn?.AddDays(-before.Value) is { } day && day > earliest ? day : earliest;
            yield return seen.Raise(
                Rule,
                new(refused.On, "Offer refused"),
                due,
                again?.On > seen.ReleasedOn ? null : again,
                seen.ReleaseIsPast,
                before,
                atLeast
            );
        }
    }
}
