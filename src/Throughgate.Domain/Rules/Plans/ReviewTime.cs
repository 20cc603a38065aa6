namespace Throughgate.Domain.Rules.Plans;

/// <summary>When the review for an event of PLN-4E is held, which review meets it, and when PLN-4 asks for it already.</summary>
internal static class ReviewTime
{
    internal static IEnumerable<Duty> After(CaseOnDay seen, DutyRule rule, DayOf happened)
    {
        var within = seen.Figure(EventReview.Within, happened.On);
        return Raise(seen, rule, happened, seen.WorkingDaysAfter(happened.On, within), (happened.On, null), within, seen.Figure(EventReview.BeforeRelease, happened.On));
    }

    /// <summary>Asked where the programme had started by the due date, and missed once they are out without it.</summary>
    internal static IEnumerable<Duty> BeforeRelease(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected)
        {
            return [];
        }

        var (within, before) = (seen.Figure(EventReview.Within, expected), seen.Figure(EventReview.BeforeRelease, expected));
        var due = expected.AddDays(-before.Value);
        return seen.Start <= due ? Raise(seen, EventReview.AheadOfRelease, new(expected, "Expected release"), due, (seen.WorkingDaysBefore(due, within), seen.ReleasedOn), within, before) : [];
    }

    /// <summary>Asked once, from the day on which a review counts for it; a return to custody moves the end.</summary>
    internal static IEnumerable<Duty> BeforeOrderEnd(CaseOnDay seen)
    {
        if (seen.LastEndsOn is not { } ends || !(seen.Start <= ends))
        {
            return [];
        }

        var within = seen.Figure(EventReview.Within, ends);
        var from = seen.WorkingDaysBefore(ends, within);
        return seen.On < from ? [] : Raise(seen, EventReview.AtOrderEnd, new(ends, "End of the order"), ends, (from, null), within, seen.Figure(EventReview.BeforeRelease, ends));
    }

    /// <param name="time">The days in which a review of any kind meets it; one of the event's own kind meets it earlier, too.</param>
    private static IEnumerable<Duty> Raise(CaseOnDay seen, DutyRule rule, DayOf happens, DateOnly due, (DateOnly From, DateOnly? To) time, params IReadOnlyList<FigureInForce> figures)
    {
        var held = seen
            .Reviews.Where(r => r.On >= time.From || (r.Kind == EventReview.KindFor(rule) && r.On >= seen.SentencedOn))
            .Where(r => !(r.On > time.To))
            .Select(r => (DateOnly?)r.On)
            .FirstOrDefault();
        // The planning meeting is there to agree a plan: where both have agreed one, it has done what it is for.
        var (planned, what) = rule == EventReview.AtSentence && seen.Start is { } start && !(held <= start) ? (start, "Programme started") : (held, "Review held");
        held = planned;
        var lost = held is null && rule == EventReview.AheadOfRelease && seen.ReleaseIsPast;
        if (held is not null || lost || !AskedAlready(seen, due, time.From))
        {
            yield return seen.Raise(rule, happens, due, held is { } on ? new(on, what) : null, lost, figures);
        }
    }

    /// <summary>The next review by PLN-4 is due by then, and will be held late enough to meet the event.</summary>
    private static bool AskedAlready(CaseOnDay seen, DateOnly due, DateOnly from) =>
        PlanReview.NextDue(seen) is { } next && next <= due && (next >= from || seen.On >= from);
}
