using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Offers;

/// <summary>OFR-3: still refused at release, support is offered again, and again, while the order lasts.</summary>
public static class OfferAfterRelease
{
    public static readonly Figure First = new(
        "OFR-3.days",
        "Days after release by which support is offered again",
        FigureUnit.Days,
        28,
        Figure.SchemeDefault
    );

    public static readonly Figure Every = new(
        "OFR-3.months",
        "Months after a refusal in the community until support is offered again",
        FigureUnit.Months,
        3,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "OFR-3",
        RuleKind.Duty,
        "Where support is still refused at release, it is offered again within {0} days of release, and then every {1} months while the order "
            + "lasts.",
        "S0 §What if a young person refuses IRS?",
        true,
        First,
        Every
    );

    public static readonly DutyRule Rule = new(Citation, "Offer support again", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen) =>
        Series(seen).Where(duty => seen.EndsOn is not { } ends || duty.Due <= ends);

    private static IEnumerable<Duty> Series(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ReleasedOn is not { } released || seen.Start <= released || !RefusedAt(seen, released))
        {
            yield break;
        }

        var (first, every) = (seen.Figure(First, released), seen.Figure(Every, released));
        var due = released.AddDays(first.Value);
        yield return seen.Raise(Rule, new(released, "Release"), due, seen.OfferOrStartAfter(released), lost: false, first, every);
        foreach (var offer in seen.Offers.Where(o => o.On > released))
        {
            if (offer.Answer == OfferAnswers.Accepted || seen.Start <= offer.On)
            {
                yield break;
            }

            if (offer.Answer == OfferAnswers.Refused)
            {
                (first, every) = (seen.Figure(First, offer.On), seen.Figure(Every, offer.On));
                due = offer.On.AddMonths(every.Value);
                yield return seen.Raise(Rule, new(offer.On, "Offer refused"), due, seen.OfferOrStartAfter(offer.On), lost: false, first, every);
            }
        }
    }

    private static bool RefusedAt(CaseOnDay seen, DateOnly released)
    {
        var before = seen.Offers.Where(o => o.On <= released).ToList();
        return before.Count > 0 && before[^1].Answer == OfferAnswers.Refused;
    }
}
