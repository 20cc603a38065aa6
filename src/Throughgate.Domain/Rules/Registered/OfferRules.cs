using Throughgate.Domain.Rules.Offers;
using static Throughgate.Domain.Rules.Registered.Entry;

namespace Throughgate.Domain.Rules.Registered;

/// <summary>Offers: the rules OFR of the rulebook, in its order.</summary>
internal static class OfferRules
{
    public static readonly Area Area = new(
        "Offers",
        [
            FirstOffer.Citation,
            OfferBeforeRelease.Citation,
            OfferAfterRelease.Citation,
            Planned(
                "OFR-6",
                RuleKind.Duty,
                "Undecided: ask again within 10 working days (default), and before release.",
                "S0 §Encouraging engagement; Own"
            ),
            Built(
                "OFR-4",
                RuleKind.Principle,
                "A refusal never closes a case and never hides a person: \"offered, not taken up\" is a state of its own "
                    + "with its next offer date.",
                "S0 §What if a young person refuses IRS?"
            ),
            Planned(
                "OFR-5",
                RuleKind.Warning,
                "Unwilling at the outset: suggest working with parents or carers first, and record it as family work.",
                "S0 §Involvement of parents/carers"
            ),
        ]
    );
}
