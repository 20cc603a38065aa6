using Throughgate.Domain.Programmes;
using Throughgate.Domain.Sentences;

namespace Throughgate.Domain.Returns;

/// <summary>The three events that can count in a return.</summary>
public enum CountedEvent
{
    Release,
    CommunityStart,
    Closing,
}

/// <summary>Whether an event is counted, and if not the first reason why.</summary>
public enum Outcome
{
    Counted,

    /// <summary>Nothing on record that could ever give this event: no custodial sentence, or no case.</summary>
    NothingOnRecord,

    /// <summary>The case is another scheme's.</summary>
    AnotherScheme,

    /// <summary>The case is linked to a sentence that is not a community sentence.</summary>
    NotCommunity,

    /// <summary>Not released, not started or not closed yet.</summary>
    NotYet,

    /// <summary>It happened, but in another quarter.</summary>
    AnotherQuarter,

    /// <summary>Closed because the young person died or moved away, or the case was recorded in error.</summary>
    ClosingNotCounted,

    /// <summary>One person counts once: a later event of this kind in the quarter is taken instead.</summary>
    LaterOneTaken,

    NoResidence,
    LivesElsewhere,
    NoCountingDate,
    OutsideAges,
}

/// <summary>One event of one person, and what the return makes of it.</summary>
/// <param name="On">The day of the event; null where it has not happened.</param>
/// <param name="Sentence">The sentence concerned; null where nothing is on record.</param>
/// <param name="Case">The case that started or closed; null for a release.</param>
/// <param name="Yot">Where the person usually lived on that day, as far as it was asked and is known.</param>
/// <param name="Age">Age on the counting date, as far as it was asked and is known.</param>
public sealed record Verdict(
    CountedEvent Event,
    Outcome Outcome,
    DateOnly? On = null,
    SentenceFacts? Sentence = null,
    CaseFacts? Case = null,
    string? Yot = null,
    int? Age = null
)
{
    public bool IsCounted => Outcome == Outcome.Counted;
}
