using Throughgate.Domain.Figures.Homes;
using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>What establishments report of releases: suitable accommodation, and accommodation and education organised before.</summary>
public static class BeforeRelease
{
    private const string EtePlace = "ete_place";

    public static readonly Measure Suitable = SuitableOnRelease.Measure with
    {
        Code = "custody-suitable",
        Label = "Custody: suitable accommodation on release",
        Theme = Theme.Now,
        Rule = "PER-2",
        Edition = Edition.CustodyMeasures,
    };

    public static readonly Measure Address = new()
    {
        Code = "custody-address",
        Label = "Custody: accommodation organised before release",
        Theme = Theme.Now,
        Whole = Happenings.Releases,
        Meets = "A suitable address was confirmed on a day before the day of release.",
        Unknown = "No address after the sentence is recorded at all.",
        Beware = "The establishments’ own time frames are not published; 14, 28 and 42 days stand under the addresses.",
        Rule = "PER-2",
        Edition = Edition.CustodyMeasures,
        Of = (person, asked) =>
            Happenings.ReleasesOf(person, asked).Select(r => r.As(AddressInTime.AnyRecorded(r) ? AddressInTime.ConfirmedBy(r) < r.On : null)),
    };

    public static readonly Measure Ete = new()
    {
        Code = "custody-ete",
        Label = "Custody: education, training or work organised before release",
        Theme = Theme.Now,
        Whole = Happenings.Releases,
        Meets = "The place and its first day were ticked off the ready-to-leave list on or before the day of release.",
        Unknown = "The item was never answered.",
        Rule = "PER-2",
        Edition = Edition.CustodyMeasures,
        Of = (person, asked) =>
            from release in Happenings.ReleasesOf(person, asked)
            let item = release.Case.ReleaseItems.Where(i => i.Item == EtePlace && i.On >= release.Custody.SentencedOn && i.State != ReleaseItemStates.NotNeeded).Select(i => (ReleaseItem?)i).LastOrDefault()
            select release.As(item is { } said ? said.State == ReleaseItemStates.Done && said.On <= release.On : null),
    };
}
