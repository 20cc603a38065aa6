using Throughgate.Domain.Figures;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Gaps;

/// <summary>One of those who are laid beside a profile.</summary>
/// <param name="EthnicGroup">Empty where it is not known.</param>
public sealed record InProfile(Guid Person, string EthnicGroup, bool? LookedAfter, bool? Send);

/// <summary>One group's share beside the profile's.</summary>
/// <param name="PerMille">The profile's, in thousandths.</param>
/// <param name="Of">Of whom it is known.</param>
public sealed record GroupBeside(string Group, int PerMille, int Count, int Of)
{
    public Interval Interval => Interval.Of(Count, Of);

    /// <summary>Whether the profile's share lies outside where ours may well lie (Wilson, 95%), or whether we are too few to tell.</summary>
    public Compared Against =>
        Of < Interval.FewestTold ? Compared.TooFew
        : Interval.Low * 1000 > PerMille ? Compared.Higher
        : Interval.High * 1000 < PerMille ? Compared.Lower
        : Compared.CannotTell;
}

/// <summary>Who the young people of an area are: the share of each group that its source gives (GOV-9). Groups may be missing.</summary>
/// <param name="PerMille">By group: an ethnic group, <see cref="LookedAfter"/> or <see cref="Send"/>; in thousandths.</param>
public sealed record Profile(string Source, DateOnly AsOf, IReadOnlyDictionary<string, int> PerMille)
{
    public const string LookedAfter = "looked-after";
    public const string Send = "send";

    /// <summary>How far ethnic groups may miss the whole, in thousandths: sources round.</summary>
    public const int Rounding = 10;

    /// <summary>Whether the ethnic groups make a whole: all of them 100%, some of them no more.</summary>
    public static bool AddsUp(IReadOnlyCollection<int> ethnic, int groups) =>
        ethnic.Sum() <= 1000 + Rounding && (ethnic.Count < groups || ethnic.Sum() >= 1000 - Rounding);

    /// <summary>Each group of the profile beside the same group among these young people, each counted once.</summary>
    [Rule("GOV-9")]
    public IReadOnlyList<GroupBeside> Beside(IEnumerable<InProfile> people)
    {
        var each = people.DistinctBy(p => p.Person).ToList();
        return
        [
            .. PerMille.OrderBy(g => g.Key is LookedAfter or Send).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            {
                var known = each.Select(p => IsOf(p, g.Key)).OfType<bool>().ToList();
                return new GroupBeside(g.Key, g.Value, known.Count(k => k), known.Count);
            }),
        ];
    }

    /// <summary>Null where it is not known.</summary>
    private static bool? IsOf(InProfile person, string group) =>
        group switch
        {
            LookedAfter => person.LookedAfter,
            Send => person.Send,
            _ => person.EthnicGroup.Length == 0 ? null : person.EthnicGroup == group,
        };
}
