using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-7: those who teach the young person in custody know what came before.</summary>
public static class EducationBackground
{
    public static readonly Figure ToAsk = new(
        "REL-7.working-days",
        "Working days from sentence to asking the home YOT for the education background",
        FigureUnit.WorkingDays,
        2,
        Figure.SchemeDefault
    );

    public static readonly Figure ToAnswer = new(
        "REL-7.answer-working-days",
        "Working days from sentence to having the education background",
        FigureUnit.WorkingDays,
        5,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-7",
        RuleKind.Duty,
        "The education background is asked from the home YOT within {0} working days of entering custody, and answered within {1}.",
        "S1 §4.8; Own",
        true,
        ToAsk,
        ToAnswer
    );

    /// <summary>Asked; an answer without a question on record was asked for, too.</summary>
    public static readonly DutyRule Asked = new(
        Citation,
        "Ask the home YOT for the education background",
        seen => Of(seen, Asked!, ToAsk, on => new(on, "Education background asked"), [Exchanges.EducationAsked, Exchanges.EducationAnswered])
    ) { AgainInCustody = true };

    public static readonly DutyRule Answered = new(
        Citation,
        "Get the education background from the home YOT",
        seen => Of(seen, Answered!, ToAnswer, on => new(on, "Education background answered"), [Exchanges.EducationAnswered])
    ) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen, DutyRule rule, Figure figure, Func<DateOnly, DayOf> met, string[] evidence)
    {
        if (!seen.Custodial)
        {
            yield break;
        }

        var days = seen.SentencedOn;
        var told = seen.Facts.Exchanges.Where(e => evidence.Contains(e.What) && e.On >= days).Select(e => seen.Seen(e.On)).Min();
        var due = seen.WorkingDaysAfter(days, seen.Figure(figure, days));
        yield return seen.Raise(rule, new(days, "Sentence"), due, told is { } on ? met(on) : null, lost: false, seen.Figure(ToAsk, days), seen.Figure(ToAnswer, days));
    }
}
