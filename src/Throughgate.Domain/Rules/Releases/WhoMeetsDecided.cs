using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-1: who stands at the gate is settled in time, for everybody who accepted support.</summary>
public static class WhoMeetsDecided
{
    public static readonly Figure BeforeRelease = new(
        "REL-1.working-days",
        "Working days before the expected release by which it is decided who meets the young person",
        FigureUnit.WorkingDays,
        10,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-1",
        RuleKind.Duty,
        "Who meets or collects the young person on release is decided by {0} working days before release, for everybody who has accepted, "
            + "plan agreed or not.",
        "S0 §Community element of IRS",
        true,
        BeforeRelease
    );

    public static readonly DutyRule Rule = new(Citation, "Decide who meets the young person on release", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected || seen.Facts.StandingOn(seen.On).Standing is not (Standing.Accepted or Standing.Started))
        {
            yield break;
        }

        var before = seen.Figure(BeforeRelease, expected);
        var decided = seen
            .Facts.ReleaseItems.Where(i => i is { Item: ReleaseItems.WhoMeets, State: ReleaseItemStates.Done })
            .Select(i => seen.Seen(i.On))
            .Where(day => day is not null && !(day > seen.ReleasedOn))
            .Min();
        DayOf? evidence = decided is { } on ? new(on, "Decided who meets them") : null;
        yield return seen.Raise(Rule, new(expected, "Expected release"), seen.WorkingDaysBefore(expected, before), evidence, seen.ReleaseIsPast, before);
    }
}
