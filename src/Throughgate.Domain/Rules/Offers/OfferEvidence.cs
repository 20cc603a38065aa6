using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Rules.Offers;

/// <summary>How an offer that met a duty is worded: an offer made otherwise than in custody counts, and is shown as such (OFR-1).</summary>
public static class OfferEvidence
{
    public static DayOf AsEvidence(this Offer offer) =>
        offer.Setting == OfferSettings.Custody ? new DayOf(offer.On, "Offered in custody") : new DayOf(offer.On, "Offered in the community");
}
