using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-6: the list of what must be ready before somebody leaves custody.</summary>
public static class ReadyToLeave
{
    public static readonly Figure BeforeRelease = new(
        "REL-6.days",
        "Days before the expected release by which the ready-to-leave list is done",
        FigureUnit.Days,
        14,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-6",
        RuleKind.Duty,
        "The ready-to-leave list is done {0} days before release: National Insurance number, bank account, substance misuse screening, ETE place "
            + "and start date, GP and health handover, benefits claim, release travel, clothes; the scheme may add items.",
        "S1 §7.1.2; Own",
        true,
        BeforeRelease
    );

    public static readonly DutyRule Rule = new(Citation, "Finish the ready-to-leave list", Of) { AgainInCustody = true };

    /// <summary>The items asked for on a day: everybody's, then the scheme's own.</summary>
    public static IReadOnlyList<string> ItemsOn(CaseFacts facts, DateOnly on) =>
        [.. ReleaseItems.List, .. facts.OwnItems.Where(i => i.Days.Contains(on)).Select(i => i.Item)];

    /// <summary>Met on the day the last item was done or found not to be needed; what came after the release did not make them ready.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        // Somebody who refused support is offered it again (OFR-2, OFR-3), and not asked for papers meanwhile.
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected || seen.Facts.StandingOn(seen.On).Standing == Standing.NotTakenUp)
        {
            yield break;
        }

        var before = seen.Figure(BeforeRelease, expected);
        var answered = seen.Facts.ReleaseItems.Where(i => i.IsAnswered && i.On <= seen.On && !(i.On > seen.ReleasedOn)).ToLookup(i => i.Item, i => i.On);
        var last = DateOnly.MinValue;
        foreach (var item in ItemsOn(seen.Facts, seen.ReleasedOn ?? seen.On))
        {
            var on = answered[item].DefaultIfEmpty(DateOnly.MaxValue).Max();
            last = on > last ? on : last;
        }

        DayOf? evidence = last < DateOnly.MaxValue ? new(last, "Ready-to-leave list done") : null;
        yield return seen.Raise(Rule, new(expected, "Expected release"), expected.AddDays(-before.Value), evidence, seen.ReleaseIsPast, before);
    }
}
