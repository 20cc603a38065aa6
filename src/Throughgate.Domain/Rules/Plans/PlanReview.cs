namespace Throughgate.Domain.Rules.Plans;

/// <summary>
/// PLN-4: reviews at least every three months until the programme ends. Each is reckoned from the start or the review before, so that a late
/// review moves the next one and no due date drifts from its base.
/// </summary>
public static class PlanReview
{
    public static readonly Figure Every = new(
        "PLN-4.months",
        "Months from the start or one review to the next review",
        FigureUnit.Months,
        3,
        "Integrated Resettlement Support: Management Guidance: quarterly reviews"
    );

    public static readonly Citation Citation = new(
        "PLN-4",
        RuleKind.Duty,
        "The plan is reviewed with the young person, parents or carers and the professionals at least every {0} months until the "
            + "programme ends.",
        "S0 §Lead professional; S0 §Community provision",
        true,
        Every
    );

    public static readonly DutyRule Rule = new(Citation, "Hold a review of the plan", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Start is not { } start)
        {
            yield break;
        }

        var from = new DayOf(start, "Start of the programme");
        foreach (var review in seen.Reviews.Where(r => r.On > start).DistinctBy(r => r.On))
        {
            yield return Next(seen, from, new DayOf(review.On, "Review held"));
            from = new DayOf(review.On, "Review held");
        }

        yield return Next(seen, from, held: null);
    }

    /// <summary>The day by which the next review is asked for, as things stand; null before the start.</summary>
    internal static DateOnly? NextDue(CaseOnDay seen)
    {
        if (seen.Start is not { } start)
        {
            return null;
        }

        var from = seen.Reviews.Where(r => r.On > start).Select(r => r.On).LastOrDefault(start);
        return from.AddMonths(seen.Figure(Every, from).Value);
    }

    private static Duty Next(CaseOnDay seen, DayOf from, DayOf? held)
    {
        var every = seen.Figure(Every, from.On);
        return seen.Raise(Rule, from, from.On.AddMonths(every.Value), held, lost: false, every);
    }
}
