using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-9: the young person says how it goes, a month and three months after release.</summary>
public static class ReleaseFeedback
{
    public static readonly Figure First = new(
        "REL-9.months",
        "Months from release to the first feedback form",
        FigureUnit.Months,
        1,
        "The pathfinder's forms were answered one and three months after release"
    );

    public static readonly Figure Second = new(
        "REL-9.second-months",
        "Months from release to the second feedback form",
        FigureUnit.Months,
        3,
        "The pathfinder's forms were answered one and three months after release"
    );

    public static readonly Citation Citation = new(
        "REL-9",
        RuleKind.Duty,
        "Feedback forms are answered with the young person {0} month(s) and {1} month(s) after release.",
        "S1 §App. B",
        true,
        First,
        Second
    );

    public static readonly DutyRule Rule = new(Citation, "Ask the young person for feedback", Of) { AgainInCustody = true };

    /// <summary>Of this release alone: somebody who is back in custody by then is asked after the next one.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ReleasedOn is not { } released || seen.Start is null)
        {
            yield break;
        }

        FigureInForce[] figures = [seen.Figure(First, released), seen.Figure(Second, released)];
        foreach (var (stage, after) in new[] { (FeedbackStages.OneMonth, figures[0]), (FeedbackStages.ThreeMonths, figures[1]) })
        {
            var due = released.AddMonths(after.Value);
            var held = seen.Facts.Feedback.Where(f => f.Stage == stage && f.On >= released && !(f.On >= seen.BackOn)).Select(f => seen.Seen(f.On)).Min();
            if (held is null && seen.BackOn <= due)
            {
                continue;
            }

            DayOf? evidence = held is { } on ? new(on, "Feedback given") : null;
            yield return seen.Raise(Rule, new(released, "Release"), due, evidence, lost: false, figures);
        }
    }
}
