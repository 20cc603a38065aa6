using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-10: the establishment hears how it goes outside.</summary>
public static class ProgressFedBack
{
    public static readonly Figure Within = new(
        "REL-10.months",
        "Months from release to feeding progress back to the establishment",
        FigureUnit.Months,
        1,
        Figure.SchemeDefault
    );

    public static readonly Citation Citation = new(
        "REL-10",
        RuleKind.Duty,
        "Progress is fed back to the secure establishment within {0} month(s) of release.",
        "S0 §Links with the secure estate",
        true,
        Within
    );

    public static readonly DutyRule Rule = new(Citation, "Tell the establishment how the young person is getting on", Of) { AgainInCustody = true };

    /// <summary>Of this release alone: somebody who is back in custody before it was due is asked about after the next one.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ReleasedOn is not { } released || seen.Start is null)
        {
            yield break;
        }

        var within = seen.Figure(Within, released);
        var due = released.AddMonths(within.Value);
        var told = seen.Facts.Exchanges.Where(e => e.What == Exchanges.ProgressFedBack && e.On >= released && !(e.On >= seen.BackOn)).Select(e => seen.Seen(e.On)).Min();
        if (told is null && seen.BackOn <= due)
        {
            yield break;
        }

        DayOf? evidence = told is { } on ? new(on, "Progress fed back") : null;
        yield return seen.Raise(Rule, new(released, "Release"), due, evidence, lost: false, within);
    }
}
