using Throughgate.Domain.Rules.Eligibility;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Eligibility and places: the rules ELG of the rulebook, in its order.</summary>
internal static class EligibilityRules
{
    public static readonly Area Area = new(
        "Eligibility and places",
        [
            Built(
                "ELG-1",
                RuleKind.Calculation,
                "Every young person on a custodial sentence is eligible from the day of sentence.",
                "S0 §Eligibility"
            ),
            Priority.Citation,
            CommunityPlace.Citation,
            NotOnTheBooks.Citation,
            Places.Citation,
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
