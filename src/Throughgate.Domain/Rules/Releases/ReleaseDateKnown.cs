using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-14: nobody sits in custody without a day to work towards.</summary>
public static class ReleaseDateKnown
{
    public static readonly Figure Within = new(
        "REL-14.working-days",
        "Working days from sentence after which a missing release date is warned of",
        FigureUnit.WorkingDays,
        5,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-14",
        RuleKind.Warning,
        "A custodial sentence has an expected release date within {0} working days; without one, warn.",
        "Own",
        true,
        Within
    );

    /// <summary>The day by which the date should have been known, where it is not known on the day looked at and that day has come; otherwise null.</summary>
    public static DateOnly? MissingSince(SentenceFacts sentence, DateOnly on, WorkingCalendar calendar, DutyFigures figures)
    {
        if (!sentence.HoldsOn(on) || sentence.ExpectedRelease.KnownOn(on) is not null)
        {
            return null;
        }

        var by = calendar.WorkingDaysAfter(sentence.SentencedOn, figures.InForce(Within, sentence.SentencedOn).Value);
        return by <= on ? by : null;
    }
}
