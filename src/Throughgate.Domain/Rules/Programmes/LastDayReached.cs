namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-11: still open on the last day of support: close or hand over.</summary>
public static class LastDayReached
{
    public static readonly Figure Before = new("OPN-11.days", "Days before the last day of support from which closing is asked for", FigureUnit.Days, 42, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "OPN-11",
        RuleKind.Duty,
        "A programme that is still open on the last day of support is closed or handed over on that day; it is asked for from {0} days before.",
        "S0 §Community provision; Own",
        true,
        Before
    );

    public static readonly DutyRule Rule = new(Citation, "Close the programme, or hand it over", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (seen.Start is null || seen.LastEndsOn is not { } ends)
        {
            yield break;
        }

        var months = seen.Figure(LastDayOfSupport.After, ends);
        var last = ends.AddMonths(months.Value);
        var before = seen.Figure(Before, last);
        if (seen.On >= last.AddDays(-before.Value))
        {
            yield return seen.Raise(Rule, new(ends, "End of the order"), last, null, lost: false, before, months);
        }
    }
}
