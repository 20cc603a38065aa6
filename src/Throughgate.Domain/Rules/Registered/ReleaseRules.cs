using Throughgate.Domain.Rules.Releases;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Custody and release: the rules REL of the rulebook, in its order.</summary>
internal static class ReleaseRules
{
    public static readonly Area Area = new(
        "Custody and release",
        [
            Planned(
                "REL-1",
                RuleKind.Duty,
                "Who meets or collects the young person on release is decided by 10 working days (default) before "
                    + "release, for everybody who has accepted, plan agreed or not.",
                "S0 §Community element of IRS"
            ),
            ReleaseDayMeeting.Citation,
            AddressConfirmed.Citation,
            Built(
                "REL-4",
                RuleKind.Warning,
                "Nobody leaves custody to present as homeless or to a temporary place for assessment: such an address "
                    + "never satisfies REL-3.",
                "S1 §7.1.2"
            ),
            AddressTold.Citation,
            Planned(
                "REL-6",
                RuleKind.Duty,
                "Ready-to-leave list by 14 days (default) before release: National Insurance number, bank account, "
                    + "substance misuse screening, ETE place and start date, GP and health handover, benefits claim, release "
                    + "travel; the scheme may add items.",
                "S1 §7.1.2; Own"
            ),
            Planned(
                "REL-7",
                RuleKind.Duty,
                "Education background asked from the home YOT within 2 working days (default) of entering custody, and "
                    + "answered within 5.",
                "S1 §4.8; Own"
            ),
            Planned(
                "REL-8",
                RuleKind.Warning,
                "In the first 4 weeks (default) after release: at least the plan's contact hours, a mentor considered, "
                    + "weekend provision offered; shown week by week.",
                "S0 §Community element of IRS"
            ),
            Planned(
                "REL-9",
                RuleKind.Duty,
                "Feedback forms with the young person 1 month and 3 months after release.",
                "S1 §App. B"
            ),
            Planned(
                "REL-10",
                RuleKind.Duty,
                "Progress is fed back to the secure establishment within 1 month (default) of release.",
                "S0 §Links with the secure estate"
            ),
            ReleaseRecorded.Citation,
            ReleaseDateKnown.Citation,
            Planned(
                "REL-15",
                RuleKind.Calculation,
                "Weekend provision offered and taken up, week by week for the first 4 weeks.",
                "S0 §Community element of IRS"
            ),
            Built(
                "REL-16",
                RuleKind.Principle,
                "Licence or supervision conditions (curfew, exclusion, whom not to meet, appointments): recorded, "
                    + "explained to the young person (day, by whom), and in sight of whoever works with them.",
                "Own"
            ),
            Planned(
                "REL-11",
                RuleKind.Principle,
                "Release on temporary licence (ROTL): purpose (education or training taster, viewing accommodation, "
                    + "family, work), risk assessment, establishment's decision with reason, dates, outcome; ask early, since"
                    + " it takes time to arrange.",
                "S1 §App. B"
            ),
            Planned(
                "REL-12",
                RuleKind.Warning,
                "Visits in custody respect the establishment's hours: a visit inside protected education time is warned"
                    + " of before it is booked.",
                "S1 §5.1"
            ),
        ]
    );
}
