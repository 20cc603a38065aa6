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
            AskAgain.Citation,
            Built(
                "OFR-4",
                RuleKind.Principle,
                "A refusal never closes a case and never hides a person: \"offered, not taken up\" is a state of its own "
                    + "with its next offer date.",
                "S0 §What if a young person refuses IRS?"
            ),
            FamilyFirst.Citation,
        ]
    );
}
