using Throughgate.Domain.Rules.Care;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Family, care and safety: the rules FAM, RSK of the rulebook, in its order.</summary>
internal static class CareRules
{
    public static readonly Area Area = new(
        "Family, care and safety",
        [
            HandoverAfterActivity.Citation,
            FamilyVisitMoney.Citation,
            ParentDiscussed.Citation,
            SocialWorkerContacted.Citation,
            Built(
                "RSK-1",
                RuleKind.Principle,
                "The case manager keeps responsibility for risk of reoffending, risk of harm and vulnerability. An IRS "
                    + "worker raises a concern; it reaches the case manager at once and stays open until answered.",
                "S0 §Risk management"
            ),
            ConcernAcknowledged.Citation,
        ]
    );
}
