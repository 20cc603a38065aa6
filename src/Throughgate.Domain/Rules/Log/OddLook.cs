using Throughgate.Domain.Log;

namespace Throughgate.Domain.Rules.Log;

/// <summary>LOG-1: which looks at a record a manager should ask about. It informs, and stops nobody.</summary>
public static class OddLook
{
    public static readonly Figure Raised = Of("LOG-1.points", "Points from which a look at a record is raised to the manager", 2);
    public static readonly Figure FromHour = Of("LOG-1.from-hour", "Hour before which a look is out of hours", 7);
    public static readonly Figure ToHour = Of("LOG-1.to-hour", "Hour from which a look is out of hours", 20);
    public static readonly Figure InAnHour = Of("LOG-1.in-an-hour", "Records of others opened within an hour that are many in a row", 20);
    public static readonly Figure DaysToRecord = new("LOG-1.record-days", "Days after a look within which something is usually recorded", FigureUnit.Days, 3, Figure.SchemeDefault);
    public static readonly Figure DaysBack = new("LOG-1.back-days", "Days before a look in which something recorded makes it plain", FigureUnit.Days, 28, Figure.SchemeDefault);
    public static readonly Figure LongClosed = new("LOG-1.closed-days", "Days after closing from which a look is odd", FigureUnit.Days, 90, Figure.SchemeDefault);
    public static readonly Figure Again = Of("LOG-1.days-again", "Days on which a record of another is opened that are again and again", 3);

    public static readonly Citation Citation = new(
        "LOG-1",
        RuleKind.Warning,
        "A look at a record is raised to the manager from {0} points. Three each: the same surname; {1} records of others within an hour. One each: out of hours (before {2}, from {3}, or not a working day), long closed "
            + "({4} days), and for whoever has a caseload: not theirs, nothing recorded within {5} days after or {6} before, opened on {7} days, a copy taken.",
        "Own",
        true,
        Raised,
        InAnHour,
        FromHour,
        ToHour,
        LongClosed,
        DaysToRecord,
        DaysBack,
        Again
    );

    /// <param name="today">What could still be recorded is not missed yet.</param>
    public static IReadOnlyList<Oddity> Of(Look look, WorkingCalendar calendar, DutyFigures figures, DateOnly today)
    {
        int In(Figure figure) => figures.InForce(figure, look.On).Value;
        var others = look.HasCaseload && !look.IsTheirs && !look.Recorded.Any(d => d <= look.On && d >= look.On.AddDays(-In(DaysBack)));
        var after = look.On.AddDays(In(DaysToRecord));
        var nothing = others && today > after && !look.Recorded.Any(d => d >= look.On && d <= after);
        (bool Is, Oddity What)[] all =
        [
            (look.SharesSurname, Oddity.SameSurname),
            (look.MostInAnHour >= In(InAnHour), Oddity.ManyInARow),
            (others, Oddity.NotTheirs),
            (nothing, Oddity.NothingRecorded),
            (look.First.Hour < In(FromHour) || look.Last.Hour >= In(ToHour) || !calendar.IsWorkingDay(look.On), Oddity.OutOfHours),
            (look.ClosedOn is { } closed && look.On.DayNumber - closed.DayNumber >= In(LongClosed), Oddity.ClosedLong),
            (others && look.DaysLooked >= In(Again), Oddity.AgainAndAgain),
            (others && look.Copied, Oddity.Copied),
        ];
        return [.. all.Where(o => o.Is).Select(o => o.What)];
    }

    public static int Points(IEnumerable<Oddity> oddities) => oddities.Sum(o => o is Oddity.SameSurname or Oddity.ManyInARow ? 3 : 1);

    public static bool IsRaised(IEnumerable<Oddity> oddities, DutyFigures figures, DateOnly on) => Points(oddities) >= figures.InForce(Raised, on).Value;

    private static Figure Of(string key, string label, int value) => new(key, label, FigureUnit.Score, value, Figure.SchemeDefault);
}
