using Throughgate.Domain.Rules.Information;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Sharing information: the rules INF of the rulebook, in its order.</summary>
internal static class SharingRules
{
    public static readonly Area Area = new(
        "Sharing information",
        [
            Built(
                "INF-1",
                RuleKind.Gate,
                "A named person at a partner agency sees a case only through a sharing decision: the young person's "
                    + "consent (which agency, which categories, until when), or a lawful basis without consent (safeguarding,"
                    + " serious harm, legal duty) with the reason and who decided.",
                "S1 §4.8; S4 §App. B Information sharing"
            ),
            Built(
                "INF-2",
                RuleKind.Principle,
                "Consent records how it was explained, that it was understood, who was there, and the young person's "
                    + "own words; it can be partial, and withdrawn at any time with effect at once.",
                "S4 §App. B Information sharing; S1 §5.4"
            ),
            ConsentGoneOver.Citation,
            Built(
                "INF-4",
                RuleKind.Gate,
                "Nothing is shared with the police or an employer by routine: each such disclosure is one decision.",
                "S4 §App. B Information sharing"
            ),
            Built(
                "INF-5",
                RuleKind.Principle,
                "Every disclosure is logged: what, to whom, why, on what basis; the young person can be given that "
                    + "list.",
                "S4 §App. B Information sharing"
            ),
            Built(
                "INF-6",
                RuleKind.Calculation,
                "Aggregates count everyone, whoever consented, and never identify. A reader who may open the people "
                    + "sees the count; every other reader, the home board included, sees counts under 5 suppressed together "
                    + "with what would give them away. Exceptions: the submitted return, and one-way totals per borough to "
                    + "members of a consortium whose agreement (SCH-4) allows it; never cross-tables.",
                "S1 §4.8; Own"
            ),
            Planned(
                "INF-7",
                RuleKind.Principle,
                "Tell it once: one shared profile that the young person has seen, so that no worker has to ask again.",
                "S4 §App. B Integrated working"
            ),
            KeyStageExchange.Citation,
        ]
    );
}
