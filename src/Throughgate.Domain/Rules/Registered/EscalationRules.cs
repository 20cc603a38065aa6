using Throughgate.Domain.Rules.Escalations;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Escalation: the rules ESC of the rulebook, in its order.</summary>
internal static class EscalationRules
{
    public static readonly Area Area = new(
        "Escalation",
        [
            Ladder.Citation,
            Planned(
                "ESC-2",
                RuleKind.Calculation,
                "Timeliness of resettlement planning is reported per YOT, establishment and pathway: on time, late, by "
                    + "how much.",
                "S1 §7.2"
            ),
        ]
    );
}
