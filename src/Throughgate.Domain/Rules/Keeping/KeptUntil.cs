namespace Throughgate.Domain.Rules.Keeping;

/// <summary>What decides how long one young person's record is kept.</summary>
/// <param name="LastClosed">The end of the last programme of all schemes; null while one is open, or there was none.</param>
/// <param name="Safeguarding">A concern about safeguarding was raised.</param>
public sealed record KeepingFacts(DateOnly Born, bool LookedAfter, bool Safeguarding, DateOnly? LastClosed);

/// <summary>The first day on which a record may go, and which of the periods ends then: closed, birthday or long.</summary>
public sealed record Kept(DateOnly Until, string Basis);

/// <summary>KEP-1: until when a record is kept. Then two people decide: nothing goes by itself.</summary>
public static class KeptUntil
{
    public static readonly Figure AfterClosing = new("KEP-1.closed-years", "Years that a record is kept after the last programme closed", FigureUnit.Years, 7, Figure.SchemeDefault);
    public static readonly Figure Birthday = new("KEP-1.birthday", "Birthday until which a record is kept", FigureUnit.Years, 25, Figure.SchemeDefault);
    public static readonly Figure Long = new("KEP-1.long-years", "Years from birth that a record is kept of somebody looked after, or with a safeguarding concern", FigureUnit.Years, 75, Figure.SchemeDefault);
    public static readonly Figure ToStop = new("KEP-1.stop-days", "Days after the second signature in which erasing can be stopped", FigureUnit.Days, 30, Figure.SchemeDefault);

    public static readonly Citation Citation = new(
        "KEP-1",
        RuleKind.Gate,
        "A record is kept {0} years after the last programme closed, and to the {1}th birthday at least; {2} years from birth where the young person was looked after or a safeguarding concern was raised. "
            + "Then it is reviewed: two people sign, a hold stops it, and for {3} days it can be stopped. Nothing goes by itself.",
        "Own",
        true,
        AfterClosing,
        Birthday,
        Long,
        ToStop
    );

    /// <summary>Null while a programme is open, or where there was none.</summary>
    public static Kept? Of(KeepingFacts facts, DutyFigures figures, DateOnly today)
    {
        int In(Figure figure) => figures.InForce(figure, today).Value;
        if (facts.LastClosed is not { } closed)
        {
            return null;
        }

        (DateOnly On, string Basis)[] periods =
        [
            (closed.AddYears(In(AfterClosing)), "closed"),
            (facts.Born.AddYears(In(Birthday)), "birthday"),
            (facts.LookedAfter || facts.Safeguarding ? facts.Born.AddYears(In(Long)) : DateOnly.MinValue, "long"),
        ];
        var last = periods.MaxBy(p => p.On);
        return new(last.On, last.Basis);
    }

    /// <summary>What stands in the way of proposing, signing or erasing; null where nothing does.</summary>
    public static string? InTheWay(Kept? kept, bool isHeld, DateOnly today) => kept is null ? "open" : isHeld ? "held" : today < kept.Until ? "not_due" : null;
}
