namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-7: at the end of the order somebody decides who manages the case from then, and how long support goes on.</summary>
public static class DecisionAtOrderEnd
{
    public const string Kind = "order_end";

    public static readonly Figure Before = new("OPN-7.days", "Days before the order ends from which the decision is asked for", FigureUnit.Days, 42, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "OPN-7",
        RuleKind.Duty,
        "At the end of the order a YOT manager decides who manages the case from then, and how long support goes on (up to six months). It is asked "
            + "for from {0} days before, and due on the day the order ends.",
        "S0 §Community provision",
        true,
        Before
    );

    public static readonly DutyRule Rule = new(Citation, "Decide who manages the case when the order ends", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Start is not { } start || seen.LastEndsOn is not { } ends || start > ends)
        {
            yield break;
        }

        var before = seen.Figure(Before, ends);
        if (seen.On >= ends.AddDays(-before.Value))
        {
            yield return seen.Raise(Rule, new(ends, "End of the order"), ends, seen.Decided(Kind), lost: false, before);
        }
    }
}
