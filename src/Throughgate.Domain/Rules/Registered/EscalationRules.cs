using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Escalation: the rules ESC of the rulebook, in its order.</summary>
internal static class EscalationRules
{
    public static readonly Area Area = new(
        "Escalation",
        [
            Planned(
                "ESC-1",
                RuleKind.Duty,
                "A blocked or overdue duty escalates by the scheme's ladder (worker → scheme manager → YOT head of "
                    + "service → strategic steering group), with days per step (by default 0, 3, 5, 5), owner, what is asked,"
                    + " and how it ended.",
                "S1 §2.2.2; S1 §4.3"
            ),
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
