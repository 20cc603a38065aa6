using Throughgate.Domain.Rules.Escalations;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Escalation: the rules ESC of the rulebook, in its order.</summary>
internal static class EscalationRules
{
    public static readonly Area Area = new(
        "Escalation",
        [
            Ladder.Citation,
            Timeliness.Citation,
        ]
    );
}
