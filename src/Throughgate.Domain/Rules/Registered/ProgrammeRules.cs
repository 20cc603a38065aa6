using Throughgate.Domain.Rules.Programmes;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>The open case: the rules OPN of the rulebook, in its order.</summary>
internal static class ProgrammeRules
{
    public static readonly Area Area = new(
        "The open case",
        [
            Built(
                "OPN-1",
                RuleKind.Gate,
                "A case is open from the day on which both the young person and the YOT have agreed an IRS plan. Until "
                    + "then it is offered; the programme's start date is the later of the two agreements.",
                "S0 §What counts as an open case?"
            ),
            Built(
                "OPN-2",
                RuleKind.Principle,
                "Missed contacts never close a case. Attempts to re-engage are contacts of their own kind, and are "
                    + "counted.",
                "S0 §What if a young person stops attending?"
            ),
            PositionReview.Citation,
            Built(
                "OPN-4",
                RuleKind.Principle,
                "A return to custody does not close the case: the person stays on the caseload with a new custody "
                    + "episode, and the custody duties apply again.",
                "S0 §What if a young person returns to custody while still on IRS?"
            ),
            Built(
                "OPN-5",
                RuleKind.Gate,
                "Closing needs: the YOT's view and the young person's own view that more contact would not help; a "
                    + "closure plan that the young person took part in, naming the services that go on; and an end Asset made"
                    + " for the end of the programme, besides any made for the end of the order. Where the young person's "
                    + "view cannot be had (no contact after review, moved away, died) the reason and the attempts are "
                    + "recorded instead.",
                "S0 §Closing an IRS case; S0 §Disengagement from IRS"
            ),
            LastDayOfSupport.Citation,
            DecisionAtOrderEnd.Citation,
            Built(
                "OPN-8",
                RuleKind.Principle,
                "Drop-in and crisis support stay open to the young person until the last day of OPN-6, whatever else "
                    + "they take part in.",
                "S0 §Community provision"
            ),
            FileKeptOpen.Citation,
            LastDayReached.Citation,
            AskedToStop.Citation,
            DecisionBefore18.Citation,
            EndingsPlanned.Citation,
        ]
    );
}
