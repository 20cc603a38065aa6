using Throughgate.Domain.Rules.Eligibility;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Eligibility and places: the rules ELG of the rulebook, in its order.</summary>
internal static class EligibilityRules
{
    public static readonly Area Area = new(
        "Eligibility and places",
        [
            Planned(
                "ELG-1",
                RuleKind.Calculation,
                "Every young person on a custodial sentence is eligible from the day of sentence.",
                "S0 §Eligibility"
            ),
            Planned(
                "ELG-2",
                RuleKind.Calculation,
                "Priority: receives, or is assessed as needing, a specialist substance misuse intervention; or needs "
                    + "one and is at high risk by any of: dual diagnosis; ETE need; parenting, family, carer or peer need; "
                    + "learning difficulty; speech, language or communication difficulty; drug testing requirement; eligible "
                    + "for an intoxicating substance treatment requirement; accommodation need; long sentence.",
                "S0 §Eligibility"
            ),
            Planned(
                "ELG-3",
                RuleKind.Gate,
                "A community case or a remand may take a place only while everyone leaving custody in the scheme "
                    + "(expected release in the next 3 months, by default) is on the programme or has been offered it. The "
                    + "refusal to allocate names who has not been offered it. An override needs the accountable manager and a"
                    + " reason.",
                "S0 §Community cases and remands"
            ),
            NotOnTheBooks.Citation,
            Planned(
                "ELG-6",
                RuleKind.Calculation,
                "The inputs of ELG-2 (substance misuse need and intervention, dual diagnosis, speech and language, "
                    + "requirements of the order, accommodation, sentence length …) are fields of the plan, so that priority "
                    + "works itself out. Places: a dated capacity of the scheme.",
                "S0 §Eligibility"
            ),
            Built(
                "ELG-4",
                RuleKind.Calculation,
                "The return counts people usually resident in the YOT's area who were 10 to 17 on the date of arrest, "
                    + "or of the most recent offence where that is not known.",
                "S0 §App. D Counting rules"
            ),
        ]
    );
}
