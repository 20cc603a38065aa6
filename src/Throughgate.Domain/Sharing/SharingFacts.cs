namespace Throughgate.Domain.Sharing;

/// <summary>What sharing about one programme with one partner turns on. Rows are only ever added; each carries the instant at which it was recorded.</summary>
public sealed record SharingFacts
{
    /// <summary>A code of <see cref="PartnerKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The days on which the partner works with the scheme.</summary>
    public required DateRange Partner { get; init; }

    /// <summary>From referral to the day before closing.</summary>
    public required DateRange Programme { get; init; }

    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    public IReadOnlyList<ConsentAnswer> Answers { get; init; } = [];

    public IReadOnlyList<SharingDecision> Decisions { get; init; } = [];

    /// <summary>Where the young person is may be told to nobody, whatever was agreed.</summary>
    public bool DoNotDisclose { get; init; }
}

/// <summary>A service level agreement with a partner (SCH-4).</summary>
/// <param name="HasProtocol">It holds an information-sharing protocol.</param>
/// <param name="Categories">What the protocol allows to be shared.</param>
public sealed record Agreement(DateRange Days, bool HasProtocol, IReadOnlyList<string> Categories);

/// <summary>What the young person answered about one category and this partner.</summary>
/// <param name="Answer">A code of <see cref="ConsentAnswers"/>.</param>
/// <param name="On">The day on which it was said.</param>
/// <param name="At">The instant at which it was recorded.</param>
/// <param name="Until">The last day on which a consent holds; null otherwise.</param>
public sealed record ConsentAnswer(string Category, string Answer, DateOnly On, DateTimeOffset At, DateOnly? Until)
{
    public bool IsGiven => Answer == ConsentAnswers.Given;

    /// <summary>Said later: on a later day, or on the same day and recorded later.</summary>
    public bool IsAfter(ConsentAnswer other) => On > other.On || (On == other.On && At > other.At);
}

/// <summary>Somebody decided to share with this partner.</summary>
public sealed record SharingDecision
{
    public required Guid Id { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>A code of <see cref="SharingBases"/>.</summary>
    public required string Basis { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>For one disclosure alone; otherwise it holds until its last day.</summary>
    public bool Once { get; init; }

    /// <summary>Whoever decided knew that the young person had said no, and said that it is to be shared all the same.</summary>
    public bool OverridesRefusal { get; init; }

    /// <summary>Who confirmed an override, and when.</summary>
    public (Guid By, DateTimeOffset At)? Confirmed { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When the one disclosure was made.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}
