using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Figures.TakeUp;

/// <summary>Take-up: at which offer support was accepted. A first offer counts in its period, whenever the acceptance came.</summary>
public static class AcceptedAt
{
    public static readonly Measure Measure = new()
    {
        Code = "accepted-at",
        Label = "Accepted, and at which offer",
        Theme = Theme.TakeUp,
        Whole = "Programmes whose first offer was made in the period.",
        Meets = "An offer was accepted by today: the first, the second, or a later one.",
        Unknown = "The last offer is undecided.",
        Rule = "OFR-2",
        Shape = Shape.Spread,
        Parts =
        [
            new("first", "At the first offer", Tells.Met),
            new("second", "At the second offer", Tells.Met),
            new("later", "At a later offer", Tells.Met),
            new("refused", "Refused so far", Tells.NotMet),
            new("undecided", "Undecided", Tells.Neither),
        ],
        Of = (person, asked) =>
            from programme in person.Cases
            where programme.Offers.Count > 0
            let first = programme.Offers[0].On
            where asked.Covers(first) && asked.Scope.Has(person, programme, first)
            select new Measured(person, first, PartOf([.. programme.Offers.Where(o => o.On <= asked.Today)]), programme),
    };

    private static string PartOf(List<Offer> offers) =>
        offers.FindIndex(o => o.Answer == OfferAnswers.Accepted) switch
        {
            0 => "first",
            1 => "second",
            > 1 => "later",
            _ => offers[^1].Answer == OfferAnswers.Undecided ? "undecided" : "refused",
        };
}
