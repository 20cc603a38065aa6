using Throughgate.Domain.Rules.Registered;

namespace Throughgate.Domain.Rules;

/// <summary>A chapter of the rulebook. The title is English and the key of its Welsh.</summary>
public sealed record Area(string Title, IReadOnlyList<Citation> Rules);

/// <summary>
/// Every rule of the rulebook, whether the product works by it yet or not. Pages list it, docs/rules.md is generated from it, and law tests
/// hold it against the source.
/// </summary>
public static class Register
{
    public static IReadOnlyList<Area> Areas { get; } =
    [
        SchemeRules.Area,
        EligibilityRules.Area,
        OfferRules.Area,
        ProgrammeRules.Area,
        PlanRules.Area,
        ReleaseRules.Area,
        CareRules.Area,
        StatutoryWorkRules.Area,
        EscalationRules.Area,
        StaffRules.Area,
        MoneyRules.Area,
        FigureRules.Area,
        SharingRules.Area,
        LogRules.Area,
        KeepingRules.Area,
        PartnershipRules.Area,
        PreventionRules.Area,
    ];

    public static IReadOnlyList<Citation> All { get; } = [.. Areas.SelectMany(a => a.Rules)];

    /// <summary>Every figure that a scheme can set, each once.</summary>
    public static IReadOnlyList<Figure> Figures { get; } = [.. All.SelectMany(r => r.Figures).DistinctBy(f => f.Key, StringComparer.Ordinal)];

    /// <summary>The rule of that id; null where there is none.</summary>
    public static Citation? Find(string id) => All.FirstOrDefault(r => r.Rule == id);
}
