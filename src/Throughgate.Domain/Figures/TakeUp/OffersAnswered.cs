namespace Throughgate.Domain.Figures.TakeUp;

/// <summary>Take-up: every offer made, and its answer.</summary>
public static class OffersAnswered
{
    public static readonly Measure Measure = new()
    {
        Code = "offers",
        Label = "Offers accepted",
        Theme = Theme.TakeUp,
        Whole = "Offers of support made in the period.",
        Meets = "The young person accepted.",
        Unknown = "Undecided.",
        Rule = "OFR-1",
        Parts =
        [
            new(OfferAnswers.Accepted, "Accepted", Tells.Met),
            new(OfferAnswers.Refused, "Refused", Tells.NotMet),
            new(OfferAnswers.Undecided, "Undecided", Tells.Neither),
        ],
        Of = (person, asked) =>
            from programme in person.Cases
            from offer in programme.Offers
            where asked.Covers(offer.On) && asked.Scope.Has(person, programme, offer.On)
            select new Measured(person, offer.On, offer.Answer, programme),
    };
}
