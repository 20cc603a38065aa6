using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.People;

public enum Whereabouts
{
    /// <summary>Held under a custodial sentence.</summary>
    InCustody,

    /// <summary>Held on remand.</summary>
    OnRemand,

    InTheCommunity,

    /// <summary>In the community, and the order or licence has ended.</summary>
    OrderEnded,
}

/// <summary>Where somebody is on a day, and the sentence that says so: the one that holds them, or else the one looked at.</summary>
public readonly record struct WhereOnDay(Whereabouts Where, SentenceFacts Sentence);

public static class WhereaboutsOnDay
{
    /// <summary>
    /// Where the person is on the day, as known on it. A sentence holds until release, and not beyond the last day of its order: an order that
    /// ended without a release on record is a gap in the record, not years in custody. A remand holds until its end or the next sentence.
    /// </summary>
    /// <param name="looked">The sentence of the programme that is looked at.</param>
    public static WhereOnDay WhereOn(this PersonFacts person, SentenceFacts looked, DateOnly on)
    {
        var holding = Newest(person.Sentences.Where(s => s.HoldsOn(on) && !s.HasEndedOn(on)));
        if (holding is not null)
        {
            return new(Whereabouts.InCustody, looked.HoldsOn(on) && !looked.HasEndedOn(on) ? looked : holding);
        }

        return Newest(person.Sentences.Where(s => person.IsRemandedOn(s, on))) is { } remand
            ? new(Whereabouts.OnRemand, remand)
            : new(looked.HasEndedOn(on) ? Whereabouts.OrderEnded : Whereabouts.InTheCommunity, looked);
    }

    /// <summary>Held under this remand on the day: not released, not ended, and no sentence since.</summary>
    public static bool IsRemandedOn(this PersonFacts person, SentenceFacts remand, DateOnly on) =>
        remand.Type == SentenceTypes.RemandCustody
        && remand.SentencedOn <= on
        && !(remand.ReleasedOn <= on)
        && !remand.HasEndedOn(on)
        && !person.Sentences.Any(s => s.SentencedOn > remand.SentencedOn && s.SentencedOn <= on);

    /// <summary>The last day of the order or licence, as known on the day, is before it.</summary>
    public static bool HasEndedOn(this SentenceFacts sentence, DateOnly on) => sentence.Ends.KnownOn(on) < on;

    private static SentenceFacts? Newest(IEnumerable<SentenceFacts> sentences) => sentences.MaxBy(s => s.SentencedOn);
}
