using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access;

/// <summary>Of what an account is a member on a day.</summary>
/// <param name="Schemes">Codes.</param>
/// <param name="Yots">Codes of YOTs of which one is a member without being one of the scheme.</param>
/// <param name="Establishments">Codes.</param>
public sealed record Belonging(
    IReadOnlyList<string> Schemes,
    IReadOnlyList<string> Yots,
    IReadOnlyList<string> Establishments,
    IReadOnlyList<Guid> Partners,
    IReadOnlyList<Guid> Consortia
)
{
    public static Belonging Nowhere { get; } = new([], [], [], [], []);

    /// <summary>The scheme whose work this is: an account works in one at a time; null for those of none.</summary>
    public string? Scheme => Schemes is [var scheme, ..] ? scheme : Yots.Select(Reference.Instance.SchemeOfYot).FirstOrDefault(s => s is not null);

    // "Elsewhere" belongs to no scheme: whoever has none sees nobody who lives there.
    public static IReadOnlySet<string> AllYotsOf(string scheme) => Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme) ?? new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The YOTs of a scheme that are theirs: all for a member of the scheme.</summary>
    public IReadOnlySet<string> YotsIn(string scheme)
    {
        var all = AllYotsOf(scheme);
        return Schemes.Contains(scheme) ? all : Yots.Where(all.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>As the session's query writes it: <c>scheme:leeds;yot:york</c>.</summary>
    public static Belonging Read(string? memberships)
    {
        if (string.IsNullOrEmpty(memberships))
        {
            return Nowhere;
        }

        var of = memberships.Split(';').Select(m => m.Split(':', 2)).Where(m => m.Length == 2).ToLookup(m => m[0], m => m[1], StringComparer.Ordinal);
        return new(
            [.. of[MembershipKinds.Scheme].Order(StringComparer.Ordinal)],
            [.. of[MembershipKinds.Yot].Order(StringComparer.Ordinal)],
            [.. of[MembershipKinds.Establishment].Order(StringComparer.Ordinal)],
            [.. of[MembershipKinds.Partner].Select(Guid.Parse)],
            [.. of[MembershipKinds.Consortium].Select(Guid.Parse)]
        );
    }
}
