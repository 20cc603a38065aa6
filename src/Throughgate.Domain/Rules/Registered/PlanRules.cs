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
            Planned(
                "PLN-3",
                RuleKind.Gate,
                "A plan is agreed only with: the young person's own words or wishes; the approach to motivating and "
                    + "engaging them; contact hours per week set for this person; and a level of support (standard, enhanced,"
                    + " intensive) derived from assessed risk and need, with a reason where it is overridden.",
                "S0 §Encouraging engagement; S0 §Community element of IRS"
            ),
            PlanReview.Citation,
            Planned(
                "PLN-4E",
                RuleKind.Duty,
                "A review is also due on certain events: sentence, transfer, 6 weeks before release, release and the end of the order.",
                "S0 §Lead professional; S1 §4.8; Own"
            ),
            Planned(
                "PLN-9",
                RuleKind.Duty,
                "Accepted: plan agreed by both within 15 working days (default) of acceptance, and before release.",
                "S0 §What counts as an open case?; Own"
            ),
            Planned(
                "PLN-10",
                RuleKind.Warning,
                "Before the order ends, each goal names what can go on after the programme.",
                "S0 §Community element of IRS"
            ),
            Planned(
                "PLN-5",
                RuleKind.Principle,
                "The seven pathways: case management and transitions; accommodation; education, training and "
                    + "employment; health; substance misuse; families; finance, benefits and debt.",
                "S1 §2.1.1; S1 §7.1.2"
            ),
            Planned(
                "PLN-6",
                RuleKind.Warning,
                "Parents' or carers' agreement is recorded against each activity that needs it.",
                "S0 §Involvement of parents/carers"
            ),
            Planned(
                "PLN-7",
                RuleKind.Duty,
                "A quality check of the plan against the seven pathways by someone other than its author, within 10 "
                    + "working days (default) of the plan; the result lists what to mend.",
                "S1 §7.2; Own"
            ),
            Planned(
                "PLN-8",
                RuleKind.Principle,
                "Resources of an action: named service of the directory, named worker, or \"gap\" — gaps feed the needs "
                    + "analysis (GOV-9).",
                "S0 §Lead professional; S1 §7.1.1"
            ),
        ]
    );
}
