using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Return and performance: the rules PER, RET of the rulebook, in its order.</summary>
internal static class FigureRules
{
    public static readonly Area Area = new(
        "Return and performance",
        [
            Built(
                "RET-1",
                RuleKind.Calculation,
                "Tables I1 to I5 from case-level data, per scheme and financial quarter.",
                "S0 §App. D"
            ),
            Built(
                "RET-2",
                RuleKind.Gate,
                "Row totals of I1, I2 and I3 are equal; each risk factor's number of sections in I5 is the same and "
                    + "equals the number completing in I4. A return that breaks this cannot be submitted; the page names the "
                    + "cases that cause it.",
                "S0 §App. D Counting rules"
            ),
            Built(
                "RET-6",
                RuleKind.Warning,
                "A missing start score, or a listed problem that cannot be mended, may be accepted by the accountable "
                    + "manager with a reason that travels with the return; unequal totals or sections never.",
                "Own"
            ),
            Built(
                "RET-3",
                RuleKind.Gate,
                "A submitted return is frozen: figures, the list behind each cell, who, when. A correction is a new "
                    + "version with a reason; both stay.",
                "Own"
            ),
            Built(
                "RET-4",
                RuleKind.Calculation,
                "Typed summary figures and calculated ones stand side by side, cell by cell, with the cases behind each"
                    + " difference.",
                "S0 §App. D"
            ),
            Built(
                "RET-5",
                RuleKind.Duty,
                "The return is due within one month (default, as the funder sets it) of the end of the quarter.",
                "Own"
            ),
            Built(
                "PER-1",
                RuleKind.Calculation,
                "For managers, boards, consortia and the national board, each at its own level: take-up, timeliness "
                    + "(ESC-2), release-day meetings, accommodation before release, ETE, Asset change, engagement, caseload, "
                    + "and outcomes at 1, 3 and 6 months.",
                "S0 §Performance management; S1 §7.2"
            ),
            Built(
                "PER-2",
                RuleKind.Calculation,
                "National indicators that the scheme feeds: NI 43 to 46 (England), WYJI 3 to 6 (Wales); first-time "
                    + "entrants, binary reoffending, use of custody.",
                "S2 §2; S0 §App. D"
            ),
            Built(
                "PER-3",
                RuleKind.Duty,
                "Unsatisfactory progress can be called to a review meeting; its actions are tracked.",
                "S0 §Other reviews"
            ),
        ]
    );
}
