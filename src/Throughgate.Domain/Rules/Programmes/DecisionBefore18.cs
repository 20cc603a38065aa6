namespace Throughgate.Domain.Rules.Programmes;

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
        if (seen.LastEndsOn is not { } ends || seen.ReferredOn >= birthday || ends.AddMonths(seen.Figure(LastDayOfSupport.After, ends).Value) < birthday)
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
