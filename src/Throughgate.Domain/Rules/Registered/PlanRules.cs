using Throughgate.Domain.Rules.Plans;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Plan and lead professional: the rules PLN of the rulebook, in its order.</summary>
internal static class PlanRules
{
    public static readonly Area Area = new(
        "Plan and lead professional",
        [
            LeadProfessionalNamed.Citation,
            PlanDrawnUp.Citation,
            PlanGate.Citation,
            PlanReview.Citation,
            EventReview.Citation,
            PlanAgreedInTime.Citation,
            LastingGoals.Citation,
            Built(
                "PLN-5",
                RuleKind.Principle,
                "The seven pathways: case management and transitions; accommodation; education, training and "
                    + "employment; health; substance misuse; families; finance, benefits and debt.",
                "S1 §2.1.1; S1 §7.1.2"
            ),
            ParentsAgree.Citation,
            PlanChecked.Citation,
            Built(
                "PLN-8",
                RuleKind.Principle,
                "Resources of an action: named service of the directory, named worker, or \"gap\" — gaps feed the needs "
                    + "analysis (GOV-9).",
                "S0 §Lead professional; S1 §7.1.1"
            ),
        ]
    );
}
