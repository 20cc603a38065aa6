namespace Throughgate.Domain.Rules.Information;

/// <summary>INF-3: consent is gone over again at each plan review, and at least every six months.</summary>
public static class ConsentGoneOver
{
    public static readonly Figure Every = new("INF-3.months", "Months from one talk about sharing to the next at the latest", FigureUnit.Months, 6, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "INF-3",
        RuleKind.Duty,
        "Consent is gone over again at each plan review and at least every {0} months.",
        "S1 §5.4; Own",
        true,
        Every
    );

    public static readonly DutyRule Rule = new(Citation, "Go over consent again", Of);

    /// <summary>From the first talk on, each asks for the next: by the first review after it, or after the months, whichever comes first.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        var talks = seen.Facts.ConsentTalks.Where(t => t <= seen.On).Distinct().Order().ToList();
        for (var i = 0; i < talks.Count; i++)
        {
            var every = seen.Figure(Every, talks[i]);
            var (from, due) = (new DayOf(talks[i], "Talked about sharing"), talks[i].AddMonths(every.Value));
            var review = seen.Reviews.Where(r => r.On > talks[i]).Select(r => (DateOnly?)r.On).FirstOrDefault();
            if (review < due)
            {
                (from, due) = (new DayOf(review.Value, "Review held"), review.Value);
            }

            DayOf? again = i + 1 < talks.Count ? new DayOf(talks[i + 1], "Talked about sharing") : null;
            yield return seen.Raise(Rule, from, due, again, lost: false, every);
        }
    }
}
