using Throughgate.Domain.Plans;

namespace Throughgate.Domain.Rules.Plans;

public enum PlanLacks
{
    OwnWords,
    Approach,
    ContactHours,
    Level,
    LevelReason,

    /// <summary>A community case or a remand has no place yet (ELG-3).</summary>
    Place,
}

/// <summary>PLN-3: what has to stand in a plan before anybody agrees it.</summary>
public static class PlanGate
{
    public static readonly Citation Citation = new(
        "PLN-3",
        RuleKind.Gate,
        "A plan is agreed only with the young person's own words or wishes; how they are motivated and engaged; contact hours a week set for them; and a level "
            + "of support worked out from assessed risk and need (enhanced from an Asset total of {0}, intensive from {1}, one step more for priority), with a "
            + "reason where another level is chosen.",
        "S0 §Encouraging engagement; S0 §Community element of IRS",
        true,
        LevelOfSupport.EnhancedFrom,
        LevelOfSupport.IntensiveFrom
    );

    /// <summary>What is missing; nothing, where the gate is open.</summary>
    /// <param name="derived">The level worked out; null where it cannot be.</param>
    /// <param name="needsPlace">A community case or a remand without a place.</param>
    public static IReadOnlyList<PlanLacks> Missing(Plan plan, SupportLevel? derived, bool needsPlace) =>
        [
            .. new[]
            {
                (plan.OwnWords is null, PlanLacks.OwnWords),
                (plan.Approach is null, PlanLacks.Approach),
                (plan.ContactMinutes is null or <= 0, PlanLacks.ContactHours),
                (plan.ChosenLevel is null && derived is null, PlanLacks.Level),
                (plan.ChosenLevel is not null && plan.LevelReason is null, PlanLacks.LevelReason),
                (needsPlace, PlanLacks.Place),
            }
                .Where(c => c.Item1)
                .Select(c => c.Item2),
        ];
}
