namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-13: the day that was expected has come, and somebody has to say what happened.</summary>
public static class ReleaseRecorded
{
    public static readonly Citation Citation = new(
        "REL-13",
        RuleKind.Duty,
        "When the expected release date has come and no release is recorded, the release or the new date is recorded that day.",
        "Own",
        true
    );

    public static readonly DutyRule Rule = new(Citation, "Record the release, or the new date", Of) { AgainInCustody = true };

    /// <summary>A new date known on the day looked at ends the duty by itself: it is then the date expected.</summary>
    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected || expected > seen.On)
        {
            yield break;
        }

        DayOf? evidence = seen.ReleasedOn is { } released ? new(released, "Release") : null;
        yield return seen.Raise(Rule, new(expected, "Expected release"), expected, evidence, lost: false);
    }
}
