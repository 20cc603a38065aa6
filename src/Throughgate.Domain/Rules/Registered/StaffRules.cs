using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Staff: the rules STF of the rulebook, in its order.</summary>
internal static class StaffRules
{
    public static readonly Area Area = new(
        "Staff",
        [
            Planned(
                "STF-1",
                RuleKind.Duty,
                "Each IRS worker has supervision at least once a month; the record counts only once both the worker and"
                    + " the supervising officer have signed it, and is read-only from then.",
                "S0 §Supervision"
            ),
            Planned(
                "STF-2",
                RuleKind.Duty,
                "Mentors, volunteers and sessional staff have a supervision arrangement with its own interval (by "
                    + "default 1 month).",
                "S0 §Supervision"
            ),
            Planned(
                "STF-3",
                RuleKind.Duty,
                "Induction within 4 weeks (default) of start; training plan; appraisal and training-needs review every "
                    + "12 months (default).",
                "S0 §Training"
            ),
            Planned(
                "STF-4",
                RuleKind.Warning,
                "Core training per role (child protection, risk, self-harm and suicide, substance misuse, motivational "
                    + "interviewing, solution-focused brief therapy, core systems, ending relationships well); missing or "
                    + "expired shows before the person is given a case.",
                "S0 §Training; S0 §Disengagement from IRS"
            ),
            Planned(
                "STF-5",
                RuleKind.Principle,
                "Staff kinds: paid, seconded (from which partner), sessional, mentor, volunteer; full- or part-time; "
                    + "out-of-hours availability; languages; skills.",
                "S0 §Paid staff; S0 §Voluntary staff; S0 §Job descriptions"
            ),
        ]
    );
}
