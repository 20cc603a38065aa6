using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Care;

/// <summary>RSK-2: whoever raised a concern knows soon that it was heard.</summary>
public static class ConcernAcknowledged
{
    public static readonly Figure Within = new(
        "RSK-2.working-days",
        "Working days in which a concern is acknowledged",
        FigureUnit.WorkingDays,
        1,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "RSK-2",
        RuleKind.Duty,
        "A raised concern is acknowledged within {0} working day(s), and on the same day where it is about safeguarding.",
        "S0 §Risk management; Own",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Acknowledge the concern that was raised", Of);

    /// <summary>One duty for all concerns that are due on the same day, met once the last of them is acknowledged.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        foreach (var due in seen.Facts.Concerns.Where(c => c.RaisedOn <= seen.On).GroupBy(c => DueOf(seen, c)))
        {
            var last = due.Select(c => seen.Seen(c.AcknowledgedOn) ?? DateOnly.MaxValue).Max();
            DayOf? evidence = last == DateOnly.MaxValue ? null : new(last, "Concern acknowledged");
            var raised = due.Min(c => c.RaisedOn);
            yield return seen.Raise(Rule, new(raised, "Concern raised"), due.Key, evidence, lost: false, seen.Figure(Within, raised));
        }
    }

    private static DateOnly DueOf(CaseOnDay seen, Concern concern) =>
        concern.Safeguarding ? concern.RaisedOn : seen.WorkingDaysAfter(concern.RaisedOn, seen.Figure(Within, concern.RaisedOn));

    /// <summary>RSK-1: risk stays with the case manager, and so does the answer. Where nobody manages the case, any case manager of the YOT answers.</summary>
    /// <param name="isTheirs">They manage this case today.</param>
    /// <param name="hasOne">Somebody manages this case today.</param>
    [Rule("RSK-1")]
    public static Answering MayAnswer(bool isManager, bool isCaseManager, bool isTheirs, bool hasOne) =>
        isManager || isTheirs || (isCaseManager && !hasOne) ? Answering.Theirs
        : hasOne ? Answering.OfTheCaseManager
        : Answering.OfAnyCaseManager;
}

/// <summary>Whose a concern is to acknowledge and answer, besides the scheme manager.</summary>
public enum Answering
{
    /// <summary>Of whoever asks.</summary>
    Theirs,
    OfTheCaseManager,
    OfAnyCaseManager,
}
