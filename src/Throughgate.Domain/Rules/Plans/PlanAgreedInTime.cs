using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-9: once support is accepted, the plan is soon agreed by both, and before release.</summary>
public static class PlanAgreedInTime
{
    public static readonly Figure Within = new(
        "PLN-9.working-days",
        "Working days from acceptance to the plan agreed by both",
        FigureUnit.WorkingDays,
        15,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "PLN-9",
        RuleKind.Duty,
        "Once support is accepted, the plan is agreed by the young person and the YOT within {0} working days, and before release where that comes first.",
        "S0 §What counts as an open case?; Own",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Agree the plan with the young person and the YOT", Of);

    /// <summary>From the acceptance that stands: the first after which nothing was refused.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        Offer? accepted = null;
        foreach (var offer in seen.Offers.Where(o => !(seen.Start < o.On)))
        {
            accepted = offer.Answer == OfferAnswers.Accepted ? accepted ?? offer : offer.Answer == OfferAnswers.Refused ? null : accepted;
        }

        if (accepted is not { } from)
        {
            yield break;
        }

        var within = seen.Figure(Within, from.On);
        var due = seen.WorkingDaysAfter(from.On, within);
        var last = seen.Custodial ? (seen.ReleasedOn ?? seen.ExpectedReleaseOn)?.AddDays(-1) : null;
        if (last > from.On && last < due)
        {
            due = last.Value;
        }

        DayOf? started = seen.Start is { } day ? new(day, "Programme started") : null;
        yield return seen.Raise(Rule, new(from.On, "Offer accepted"), due, started, lost: false, within);
    }
}
