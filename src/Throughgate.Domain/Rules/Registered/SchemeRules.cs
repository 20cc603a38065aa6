using Throughgate.Domain.Rules.Schemes;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Schemes: the rules SCH of the rulebook, in its order.</summary>
internal static class SchemeRules
{
    public static readonly Area Area = new(
        "Schemes",
        [
            Planned(
                "SCH-1",
                RuleKind.Principle,
                "A scheme is run by one YOT or several. Its delivery model is one of: team in a YOT; virtual team "
                    + "across a YOT; YOT with partner agencies; consortium of YOTs; third-sector team tied to a YOT.",
                "S0 §Structure"
            ),
            AccountableOnDay.Citation,
            Built(
                "SCH-3",
                RuleKind.Warning,
                "On every day each open case has exactly one lead IRS worker and one YOT case manager; both may change,"
                    + " with dates, and the young person may ask for a change.",
                "S0 §Structure; S0 §Case management and IRS; S4 §App. B Lead professionals"
            ),
            PartnerAgreement.Citation,
            Planned(
                "SCH-5",
                RuleKind.Gate,
                "The agreed proposal is the basis of the grant. A significant change to it is recorded as a change "
                    + "request and takes effect only once the funder's agreement and its date are recorded.",
                "S0 §Structure"
            ),
            Planned(
                "SCH-6",
                RuleKind.Warning,
                "The scheme keeps these written protocols, with owner and review date: risk management; IRS and case "
                    + "managers; IRS and ISS; refusals; closing and ending well; information sharing; secure estate working "
                    + "protocol.",
                "S0 §Risk management; S0 §Case management and IRS; S0 §IRS and ISS; S0 §What if a young person refuses IRS?; S0 §IRS protocol"
            ),
        ]
    );
}
