using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Programmes;

/// <summary>How far a programme has come on a day, as known on it.</summary>
public enum Standing
{
    NotOffered,

    /// <summary>The last offer was left open.</summary>
    Undecided,

    /// <summary>The last offer was refused (OFR-4): nobody is closed or hidden for that.</summary>
    NotTakenUp,

    /// <summary>Accepted, and no plan agreed by both yet (OPN-1).</summary>
    Accepted,

    Started,

    Closed,
}

/// <summary>A standing, and the day since when: of the offer, the start or the closing; null where nothing was offered.</summary>
public readonly record struct StandingSince(Standing Standing, DateOnly? Since);

public static class StandingOnDay
{
    /// <summary>"Offered, not taken up" is a state of its own (OFR-4), and a case is open from the agreed plan, not from the offer (OPN-1).</summary>
    [Rule("OFR-4")]
    public static StandingSince StandingOn(this CaseFacts facts, DateOnly on)
    {
        if (facts.ClosedOn <= on)
        {
            return new(Standing.Closed, facts.ClosedOn);
        }

        if (facts.Start <= on)
        {
            return new(Standing.Started, facts.Start);
        }

        var last = facts.Offers.Where(o => o.On <= on).OrderBy(o => o.On).Select(o => (Offer?)o).LastOrDefault();
        return last?.Answer switch
        {
            null => new(Standing.NotOffered, null),
            OfferAnswers.Accepted => new(Standing.Accepted, last?.On),
            OfferAnswers.Refused => new(Standing.NotTakenUp, last?.On),
            _ => new(Standing.Undecided, last?.On),
        };
    }
}
