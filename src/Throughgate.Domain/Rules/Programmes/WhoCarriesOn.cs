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
        if (seen.Start is not { } start || seen.EndsOn is not { } ends || start > ends)
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
        if (seen.Start is null || seen.EndsOn is not { } ends)
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

/// <summary>OPN-13: who carries on is decided well before somebody becomes 18 while the programme lasts.</summary>
public static class DecisionBefore18
{
    public const string Kind = "turning_18";

    public static readonly Figure Before = new("OPN-13.months", "Months before the 18th birthday by which it is decided who carries on", FigureUnit.Months, 3, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "OPN-13",
        RuleKind.Duty,
        "Somebody who becomes 18 before the last day of support: who carries on (the scheme, probation, adult services) is decided {0} months before "
            + "the birthday, with the transition papers; a leaving-care adviser is named where looked after.",
        "S0 §Community provision; Own",
        true,
        Before
    );

    public static readonly DutyRule Rule = new(Citation, "Decide who carries on after the 18th birthday", Of);

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        var birthday = seen.Person.DateOfBirth.AddYears(18);
        if (seen.EndsOn is not { } ends || seen.ReferredOn >= birthday || ends.AddMonths(seen.Figure(LastDayOfSupport.After, ends).Value) < birthday)
        {
            yield break;
        }

        var before = seen.Figure(Before, birthday);
        var due = birthday.AddMonths(-before.Value);
        if (seen.On >= due.AddMonths(-before.Value))
        {
            yield return seen.Raise(Rule, new(birthday, "18th birthday"), due, seen.Decided(Kind), lost: false, before);
        }
    }
}
