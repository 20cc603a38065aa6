using Throughgate.Domain.Rules.Releases;

namespace Throughgate.Domain.Figures.Homes;

/// <summary>
/// Whether a suitable address was confirmed so many days before the day of release: 14, and the consortia's 28 and 42. The duty REL-3 reckons from
/// the date expected; what counts here is the day on which they left.
/// </summary>
public static class AddressInTime
{
    public static readonly Measure Days14 = Of(
        14,
        "Address confirmed 14 days before release",
        "A suitable address for after release was confirmed at least 14 days before the day of release."
    );

    public static readonly Measure Days28 = Of(
        28,
        "Address confirmed 28 days before release",
        "A suitable address for after release was confirmed at least 28 days before the day of release."
    );

    public static readonly Measure Days42 = Of(
        42,
        "Address confirmed 42 days before release",
        "A suitable address for after release was confirmed at least 42 days before the day of release."
    );

    /// <summary>The earliest confirmation of a suitable address to be lived at from the sentence on; null where there was none by release.</summary>
    internal static DateOnly? ConfirmedBy(Release release) =>
        release
            .Case.Accommodation.Where(a => AddressConfirmed.IsSuitable(a) && a.Days.From >= release.Custody.SentencedOn && a.ConfirmedOn <= release.On)
            .Select(a => a.ConfirmedOn)
            .Min();

    /// <summary>Some address for the time from the sentence on is recorded.</summary>
    internal static bool AnyRecorded(Release release) => release.Case.Accommodation.Any(a => a.Days.From >= release.Custody.SentencedOn);

    private static Measure Of(int days, string label, string meets) =>
        new()
        {
            Code = $"address-{days}",
            Label = label,
            Theme = Theme.Homes,
            Whole = Happenings.Releases,
            Meets = meets,
            Unknown = "No address after the sentence is recorded at all.",
            Rule = "REL-3",
            Of = (person, asked) =>
                Happenings.ReleasesOf(person, asked).Select(r => r.As(AnyRecorded(r) ? ConfirmedBy(r) <= r.On.AddDays(-days) : null)),
        };
}
