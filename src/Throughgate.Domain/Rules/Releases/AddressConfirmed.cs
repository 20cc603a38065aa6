using Throughgate.Domain.Accommodation;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>REL-3: a suitable address, confirmed some days before release.</summary>
public static class AddressConfirmed
{
    public static readonly Figure BeforeRelease = new(
        "REL-3.days",
        "Days before the expected release by which an address is confirmed",
        FigureUnit.Days,
        14,
        "Default of the scheme; resettlement consortia worked to 14, 28 and 42 days"
    );

    public static readonly Citation Citation = new(
        "REL-3",
        RuleKind.Duty,
        "A suitable address is confirmed at least {0} days before release. No fixed abode, bed and breakfast and a temporary place for "
            + "assessment never count.",
        "S1 §4.3; S1 §7.1.2",
        true,
        BeforeRelease
    );

    public static readonly DutyRule Rule = new(Citation, "Confirm a suitable address", Of) { AgainInCustody = true };

    private static IEnumerable<Duty> Of(CaseOnDay seen)
    {
        if (!seen.Custodial || seen.ExpectedReleaseOn is not { } expected)
        {
            yield break;
        }

        var before = seen.Figure(BeforeRelease, expected);
        var confirmed = seen
            .Facts.Accommodation.Where(a => IsSuitable(a) && a.Days.From >= seen.SentencedOn)
            .Select(a => seen.Seen(a.ConfirmedOn))
            .Where(day => day is not null && !(day > seen.ReleasedOn))
            .Min();
        DayOf? evidence = confirmed is { } on ? new(on, "Address confirmed") : null;
        yield return seen.Raise(Rule, new(expected, "Expected release"), expected.AddDays(-before.Value), evidence, seen.ReleaseIsPast, before);
    }

    /// <summary>Nobody leaves custody to present as homeless or to a temporary place for assessment (REL-4).</summary>
    [Rule("REL-4")]
    public static bool IsSuitable(AccommodationSpell spell) =>
        spell.Suitable == true
        && spell.Type
            is not (AccommodationTypes.Homeless or AccommodationTypes.TemporaryForAssessment or AccommodationTypes.BedAndBreakfast);
}
