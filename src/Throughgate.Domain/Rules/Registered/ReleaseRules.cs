using Throughgate.Domain.Rules.Releases;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Custody and release: the rules REL of the rulebook, in its order.</summary>
internal static class ReleaseRules
{
    public static readonly Area Area = new(
        "Custody and release",
        [
            WhoMeetsDecided.Citation,
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
            ReadyToLeave.Citation,
            EducationBackground.Citation,
            FirstWeeks.Citation,
            ReleaseFeedback.Citation,
            ProgressFedBack.Citation,
            ReleaseRecorded.Citation,
            ReleaseDateKnown.Citation,
            Built(
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
            Built(
                "REL-11",
                RuleKind.Principle,
                "Release on temporary licence (ROTL): purpose (education or training taster, viewing accommodation, "
                    + "family, work), risk assessment, establishment's decision with reason, dates, outcome; ask early, since"
                    + " it takes time to arrange.",
                "S1 §App. B"
            ),
            VisitHours.Citation,
        ]
    );
}
