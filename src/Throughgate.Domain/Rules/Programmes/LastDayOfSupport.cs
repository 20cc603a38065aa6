using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Rules.Programmes;

/// <summary>OPN-6: the programme may go on for some months after the order or licence, and the young person can count on that from the start.</summary>
public static class LastDayOfSupport
{
    public static readonly Figure After = new(
        "OPN-6.months",
        "Months after the order or licence for which the programme may go on",
        FigureUnit.Months,
        6,
        "Integrated Resettlement Support: Management Guidance: up to six months"
    );

    public static readonly Citation Citation = new(
        "OPN-6",
        RuleKind.Calculation,
        "The programme may go on for up to {0} months after the order or licence ends. That last day is shown from the day the sentence is "
            + "recorded.",
        "S0 §Eligibility; S0 §Community provision",
        true,
        After
    );

    /// <summary>The last day of a programme: of its sentence, or of a return since then whose order ends later.</summary>
    public static DateOnly? Of(CaseFacts facts, DateOnly on, DutyFigures figures) =>
        facts.Custodies().Where(s => s.Id == facts.Sentence.Id || s.SentencedOn <= on).Select(s => Of(s, on, figures)).Max();

    /// <summary>The last day, given what was known on a day; null while the order's end is not known.</summary>
    public static DateOnly? Of(SentenceFacts sentence, DateOnly on, DutyFigures figures) =>
        sentence.Ends.KnownOn(on) is { } ends ? ends.AddMonths(figures.InForce(After, ends < on ? ends : on).Value) : null;
}
