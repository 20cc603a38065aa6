using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Offers;

/// <summary>OFR-6: somebody who has not made up their mind is asked again soon, and before they leave custody.</summary>
public static class AskAgain
{
    public static readonly Figure Within = new(
        "OFR-6.working-days",
        "Working days after an undecided answer by which the young person is asked again",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "OFR-6",
        RuleKind.Duty,
        "A young person who is undecided is asked again within {0} working days, and before release where that comes first.",
        "S0 §Encouraging engagement; Own",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Ask again whether they want support", Of);

    /// <summary>One for each undecided offer before the start; none that would be due after the order has ended.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        foreach (var open in seen.Offers.Where(o => o.Answer == OfferAnswers.Undecided && !(seen.Start <= o.On)))
        {
            var within = seen.Figure(Within, open.On);
            var due = seen.WorkingDaysAfter(open.On, within);
            if (LastDayInCustody(seen) is { } last && last > open.On && last < due)
            {
                due = last;
            }

            if (!(due > seen.EndsOn))
            {
                yield return seen.Raise(Rule, new(open.On, "Offer undecided"), due, seen.OfferOrStartAfter(open.On), lost: false, within);
            }
        }
    }

    private static DateOnly? LastDayInCustody(CaseOnDay seen) => seen.Custodial ? (seen.ReleasedOn ?? seen.ExpectedReleaseOn)?.AddDays(-1) : null;
}
