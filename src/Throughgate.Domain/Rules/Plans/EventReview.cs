namespace Throughgate.Domain.Rules.Plans;

/// <summary>PLN-4E: besides the quarterly ones, some events call for a review of their own kind: the plan of before does not fit what comes after.</summary>
public static class EventReview
{
    public static readonly Figure After = new(
        "PLN-4E.working-days",
        "Working days after sentence, transfer or release in which the review is held",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Figure BeforeRelease = new(
        "PLN-4E.days",
        "Days before the expected release by which the review is held",
        FigureUnit.Days,
        42,
        "Default of the scheme: six weeks"
    );

    public static readonly Citation Citation = new(
        "PLN-4E",
        RuleKind.Duty,
        "A review is also due on certain events: within {0} working days of sentence, of transfer and of release, {1} days before the expected release, "
            + "and by the end of the order.",
        "S0 §Lead professional; S1 §4.8; Own",
        true,
        After,
        BeforeRelease
    );

    public static readonly DutyRule Rule = new(Citation, "Hold the review that this event calls for", Of);

    /// <summary>
    /// The planning meeting is asked of every custodial sentence, as the plan itself is (PLN-2). The others review a plan, so they are asked
    /// where the programme had started by then. Each is met by the first review of its own kind.
    /// </summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Custodial)
        {
            yield return Soon(seen, new(seen.SentencedOn, "Sentence"), ReviewKinds.InitialPlanning);
        }

        foreach (var transfer in seen.Facts.Transfers.Where(t => t <= seen.On && seen.Start <= t))
        {
            yield return Soon(seen, new(transfer, "Transfer"), ReviewKinds.Transfer);
        }

        if (seen is { Custodial: true, ExpectedReleaseOn: { } expected })
        {
            var before = seen.Figure(BeforeRelease, expected);
            var due = expected.AddDays(-before.Value);
            if (seen.Start <= due)
            {
                yield return seen.Raise(Rule, new(expected, "Expected release"), due, Held(seen, ReviewKinds.PreRelease, seen.SentencedOn, seen.ReleasedOn), seen.ReleaseIsPast, before);
            }
        }

        if (seen.ReleasedOn is { } released && seen.Start <= released)
        {
            yield return Soon(seen, new(released, "Release"), ReviewKinds.Release);
        }

        if (seen.EndsOn is { } ends && seen.Start is { } start && start <= ends)
        {
            yield return seen.Raise(Rule, new(ends, "End of the order"), ends, Held(seen, ReviewKinds.OrderEnd, start, null), lost: false);
        }
    }

    private static Duty Soon(CaseOnDay seen, DayOf from, string kind)
    {
        var after = seen.Figure(After, from.On);
        return seen.Raise(Rule, from, seen.WorkingDaysAfter(from.On, after), Held(seen, kind, from.On, null), lost: false, after);
    }

    private static DayOf? Held(CaseOnDay seen, string kind, DateOnly since, DateOnly? until)
    {
        var held = seen.Reviews.Where(r => r.Kind == kind && r.On >= since && !(r.On > until)).Select(r => (DateOnly?)r.On).FirstOrDefault();
        return held is { } on ? new DayOf(on, "Review held") : null;
    }
}
