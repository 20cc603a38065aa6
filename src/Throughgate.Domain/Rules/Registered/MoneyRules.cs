using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Money: the rules FIN of the rulebook, in its order.</summary>
internal static class MoneyRules
{
    public static readonly Area Area = new(
        "Money",
        [
            Planned(
                "FIN-1",
                RuleKind.Gate,
                "Each line of spend names one eligible purpose: substance misuse, resettlement staff, mentors and "
                    + "volunteers with their facilities; early intervention, treatment and crisis support; parents, carers, "
                    + "families and peers; accommodation; education, training and employment; positive leisure; life skills; "
                    + "partnership development; management and administration; flexible fund. Statutory services, core YOT "
                    + "work and programmes already funded by the YJB (ISS, Keeping Young People Engaged) cannot be entered as"
                    + " eligible.",
                "S0 §Financial guidance"
            ),
            Planned(
                "FIN-2",
                RuleKind.Gate,
                "Management and administration together are at most 10% of the scheme's overall IRS budget, in the plan"
                    + " and, as a warning from 9%, in the actuals.",
                "S0 §Financial guidance"
            ),
            Planned(
                "FIN-3",
                RuleKind.Gate,
                "The flexible fund is between 0 and 10% of the overall budget; what is not put there may be used "
                    + "elsewhere in the budget.",
                "S0 §Financial guidance"
            ),
            Planned(
                "FIN-4",
                RuleKind.Gate,
                "A flexible fund payment names the young person, the need in their plan, how it helps to reduce "
                    + "reoffending, and who approved it (never the one who asked). It is refused as an incentive to take "
                    + "part, or for what a statutory agency should provide.",
                "S0 §Financial guidance"
            ),
            Planned(
                "FIN-5",
                RuleKind.Duty,
                "Each quarter: financial governance return with actual spend and the next quarter's projection; asset "
                    + "register, also where nothing was bought (\"nil\").",
                "S0 §App. A"
            ),
            Planned(
                "FIN-6",
                RuleKind.Duty,
                "Pre-audit certificate by 30 June, and audit certificate by 30 September, of each funding year; the "
                    + "second is signed by the chief financial officer and independently audited, with the names recorded.",
                "S0 §App. A"
            ),
            Planned(
                "FIN-7",
                RuleKind.Gate,
                "Invoices, receipts and records stay for at least 2 years after the funded activity ends; deleting one "
                    + "earlier is impossible.",
                "S0 §App. A"
            ),
            Planned(
                "FIN-8",
                RuleKind.Calculation,
                "Payment status per scheme: payable, withheld (a governance form is outstanding, and which), reduced "
                    + "(unspent money deducted), reclaimable (days on which the service was halted ÷ days in the period × "
                    + "grant).",
                "S0 §App. A"
            ),
            Planned(
                "FIN-9",
                RuleKind.Warning,
                "A change in the structure or in who answers for the money is notified to the funder on the same day "
                    + "(default).",
                "S0 §App. A"
            ),
            Planned(
                "FIN-10",
                RuleKind.Gate,
                "Outsourced accounting names the firm and its registration.",
                "S0 §App. A"
            ),
            Planned(
                "FIN-11",
                RuleKind.Calculation,
                "Money is exact: pounds and pence as decimals, never floating point; each posted line is corrected only"
                    + " by a reversing line.",
                "Own"
            ),
        ]
    );
}
