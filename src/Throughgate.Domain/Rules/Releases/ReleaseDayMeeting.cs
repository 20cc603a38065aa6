namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-2: somebody is there on the day. A meeting on a later day is a meeting missed.</summary>
public static class ReleaseDayMeeting
{
    public static readonly Citation Citation = new(
        "REL-2",
        RuleKind.Duty,
        "A resettlement worker meets the young person face to face on the day of release. A meeting on a later day does not make up for it.",
        "S0 §Community element of IRS",
        true
    );

    public static readonly DutyRule Rule = new(Citation, "Meet the young person on the day of release", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ReleasedOn is not { } released || !(seen.Start <= released))
        {
            yield break;
        }

        var met = seen.Contacts.Any(c =>
            c.On == released && c.Attended && c.Kind == ContactKinds.ReleaseDayMeeting && c.CountsAs == CountsAs.Irs
        );
        DayOf? evidence = met ? new(released, "Met on the day of release") : null;
        yield return seen.Raise(Rule, new(released, "Release"), released, evidence, seen.ReleaseIsPast);
    }
}
