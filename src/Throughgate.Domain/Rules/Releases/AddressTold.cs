namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-5: the young person knows where they will live.</summary>
public static class AddressTold
{
    public static readonly Figure BeforeRelease = new(
        "REL-5.months",
        "Months before the expected release by which the young person is told where they will live",
        FigureUnit.Months,
        1,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-5",
        RuleKind.Duty,
        "The young person is told where they will live at least {0} month(s) before release.",
        "S1 §7.1.2; Own",
        true,
        BeforeRelease
    );

    public static readonly DutyRule Rule = new(Citation, "Tell the young person where they will live", Of) { AgainInCustody = true };

    /// <summary>Met by the first time they were told of an address to be lived at from the sentence on; missed once they are out without it.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected)
        {
            yield break;
        }

        var before = seen.Figure(BeforeRelease, expected);
        var told = seen
            .Facts.Accommodation.Where(a => a.Days.From >= seen.SentencedOn)
            .Select(a => seen.Seen(a.ToldOn))
            .Where(day => day is not null && !(day > seen.ReleasedOn))
            .Min();
        DayOf? evidence = told is { } on ? new(on, "Told where they will live") : null;
        yield return seen.Raise(Rule, new(expected, "Expected release"), expected.AddMonths(-before.Value), evidence, seen.ReleaseIsPast, before);
    }
}
