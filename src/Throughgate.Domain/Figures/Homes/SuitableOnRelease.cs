using Throughgate.Domain.Accommodation;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Releases;

namespace Throughgate.Domain.Figures.Homes;

/// <summary>Whether the place they went to was suitable.</summary>
public static class SuitableOnRelease
{
    public static readonly Measure Measure = new()
    {
        Code = "suitable-on-release",
        Label = "Suitable address on the day of release",
        Theme = Theme.Homes,
        Whole = Happenings.Releases,
        Meets = "Every place they lived in on the day of release was suitable; no fixed abode, bed and breakfast and a temporary place for assessment never are.",
        Unknown = "No address is recorded for that day, or nobody said whether it was suitable.",
        Rule = "REL-4",
        Of = (person, asked) => Happenings.ReleasesOf(person, asked).Select(r => r.As(On(r.Case, r.On))),
    };

    /// <summary>Where several places cover the day all must be suitable; null where none does, or one is neither called suitable nor unsuitable.</summary>
    internal static bool? On(CaseFacts programme, DateOnly day)
    {
        var there = programme.Accommodation.Where(a => a.Days.Contains(day)).ToList();
        return there.Count == 0 ? null
            : there.Exists(IsUnsuitable) ? false
            : there.TrueForAll(AddressConfirmed.IsSuitable) ? true
            : null;
    }

    private static bool IsUnsuitable(AccommodationSpell spell) =>
        spell.Suitable == false || !AddressConfirmed.IsSuitable(spell with { Suitable = true });
}
