using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Prevention and beyond the sentence: the rules PRE of the rulebook, in its order.</summary>
internal static class PreventionRules
{
    public static readonly Area Area = new(
        "Prevention and beyond the sentence",
        [
            Planned(
                "PRE-1",
                RuleKind.Principle,
                "Panels (YISP, resettlement support panel): referral, consent, support plan owned by several agencies, "
                    + "action points each with an owner.",
                "S4 §3; S1 §App. B"
            ),
            Planned(
                "PRE-2",
                RuleKind.Calculation,
                "First-time entrants; 25 hours of education a week received by those of school age.",
                "S2 §2; S3 §Key actions"
            ),
            Planned(
                "PRE-3",
                RuleKind.Calculation,
                "Resilience survey at entry and later, compared.",
                "S3 §Key actions"
            ),
            Planned(
                "PRE-4",
                RuleKind.Principle,
                "Public directory of services by area, age, need and pathway, that families can search without signing "
                    + "in.",
                "S4 §App. B Awareness of service provision"
            ),
        ]
    );
}
