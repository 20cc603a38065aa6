using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Partnership and governance: the rules GOV of the rulebook, in its order.</summary>
internal static class PartnershipRules
{
    public static readonly Area Area = new(
        "Partnership and governance",
        [
            Planned(
                "GOV-1",
                RuleKind.Principle,
                "Bodies: YOT management board, IRS steering group (optional), strategic steering group, operational "
                    + "group, sub-groups by theme, managers' forum with the secure estate (quarterly). Members with agency, "
                    + "seniority, decision-making power, dates.",
                "S0 §IRS Steering Group; S0 §Manager's forum; S1 §2.2.2; S1 §4.6"
            ),
            Planned(
                "GOV-2",
                RuleKind.Calculation,
                "Attendance by agency and seniority over time; a decision-maker sending a junior twice running "
                    + "(default) is flagged; missing sectors (housing, health, education, police, probation, secure estate, "
                    + "children's services, young people) are shown.",
                "S1 §2.2.2; S1 §5.5"
            ),
            Planned(
                "GOV-3",
                RuleKind.Duty,
                "Minutes, decisions, actions with owner and due date; progress report to the management board each "
                    + "quarter (default), its figures filled in by the system.",
                "S0 §IRS Steering Group; S1 §4.5"
            ),
            Planned(
                "GOV-4",
                RuleKind.Warning,
                "A consortium's implementation criteria: full-time project manager; high-profile lead chairing a "
                    + "steering group of decision-makers; operational group; delivery plan on the seven pathways. Met or not,"
                    + " since when.",
                "S1 §1.1; S1 §2.1"
            ),
            Planned(
                "GOV-5",
                RuleKind.Calculation,
                "Delivery plan: priority → pathway → action → owner → milestone → status, reviewed by the steering "
                    + "group.",
                "S1 §2.1.1"
            ),
            Built(
                "GOV-6",
                RuleKind.Calculation,
                "Monthly briefing: who is in custody, by borough, offence group, age, ethnicity, looked-after and SEND,"
                    + " releases to come, reoffending; de-identified by INF-6; same day for everyone.",
                "S1 §4.8"
            ),
            Planned(
                "GOV-7",
                RuleKind.Principle,
                "Enhanced offer: the services beyond the statutory offer, by area, pathway, where (custody, community, "
                    + "through the gate), who for, capacity, provider, contract dates, cost. A leaflet of it for young "
                    + "people, in their words.",
                "S1 §2.2.3"
            ),
            Planned(
                "GOV-8",
                RuleKind.Duty,
                "A commissioned service is evaluated before its contract ends (take-up, completion, reoffending, ETE of"
                    + " those who used it beside those who did not), and the decision to go on or stop is recorded.",
                "S1 §6.1; S2 §4"
            ),
            Built(
                "GOV-9",
                RuleKind.Calculation,
                "Gaps and needs analysis per pathway: needs assessed, met by which service, unmet, waiting; against the"
                    + " local or national profile where one is given (disproportion by ethnicity, SEND, looked-after).",
                "S1 §4.3; S1 §7.1.1"
            ),
            Planned(
                "GOV-10",
                RuleKind.Calculation,
                "Effective-partnership self-assessment: the ingredients and questions of S4 §5, answered by each "
                    + "partner on a scale with evidence; compared over time and between partners.",
                "S4 §5"
            ),
            Planned(
                "GOV-11",
                RuleKind.Principle,
                "Case audit: two similar cases with different outcomes side by side, de-identified, what was learnt.",
                "S2 §4"
            ),
            Planned(
                "GOV-12",
                RuleKind.Calculation,
                "Partners' contributions in cash and in kind (staff), per year, and their change.",
                "S2 §5"
            ),
            Planned(
                "GOV-13",
                RuleKind.Principle,
                "Where the YOT sits (children's services: all or youth focus; community safety; freestanding; other), "
                    + "with its history.",
                "S4 §3"
            ),
            Planned(
                "GOV-14",
                RuleKind.Calculation,
                "Cost-benefit of early accommodation: nights, placements and outcomes with an address in time against "
                    + "late.",
                "S1 §4.3"
            ),
        ]
    );
}
