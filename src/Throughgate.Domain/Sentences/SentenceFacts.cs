namespace Throughgate.Domain.Sentences;

/// <summary>One sentence, remand or other disposal, as sentences.csv has it, with the dates that change kept as changes.</summary>
public sealed record SentenceFacts
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    /// <summary>Code of the list <c>sentence</c>.</summary>
    public required string Type { get; init; }

    public required SentenceKind Kind { get; init; }

    /// <summary>Code of the list <c>offence</c>.</summary>
    public required string MainOffence { get; init; }

    /// <summary>Day of the most recent offence.</summary>
    public DateOnly? OffenceOn { get; init; }

    public DateOnly? ArrestedOn { get; init; }

    public required DateOnly SentencedOn { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    /// <summary>The expected release date and its changes, in the order in which they were made.</summary>
    public IReadOnlyList<DatedChange> ExpectedRelease { get; init; } = [];

    /// <summary>The last day of the order or licence and its changes, in the order in which they were made.</summary>
    public IReadOnlyList<DatedChange> Ends { get; init; } = [];

    /// <summary>Days of moves to another establishment under this sentence, earliest first; the place it began in is none.</summary>
    public IReadOnlyList<DateOnly> Transfers { get; init; } = [];

    /// <summary>Where it was served, earliest first; read for figures alone.</summary>
    public IReadOnlyList<Placed> Places { get; init; } = [];

    /// <summary>The sentence after which this one came while the programme went on: a recall, a return to custody (OPN-4). Null for a sentence of its own.</summary>
    public Guid? Follows { get; init; }

    public bool IsCustodial => Kind == SentenceKind.Custodial;

    /// <summary>
    /// In custody under this sentence on the day: sentenced on or before it and not yet released. The day of release is a day at home.
    /// </summary>
    public bool HoldsOn(DateOnly day) => IsCustodial && SentencedOn <= day && !(ReleasedOn <= day);

    /// <summary>The expected release as known on the day, for somebody held on it; null where not held or no date is known. It may have passed.</summary>
    public DateOnly? LeavesAsKnownOn(DateOnly day) => HoldsOn(day) ? ExpectedRelease.KnownOn(day) : null;

    /// <summary>Day of arrest, or of the most recent offence where that is not known (ELG-4); null where neither is.</summary>
    public DateOnly? CountingOn => ArrestedOn ?? OffenceOn;

    /// <summary>Code of the establishment that held them, or let them go, on the day; null where it is not known.</summary>
    public string? EstablishmentOn(DateOnly day) => Places.LastOrDefault(p => p.From <= day).Establishment;
}

/// <summary>Held from a day on in an establishment (a code; null where it is not known).</summary>
public readonly record struct Placed(string? Establishment, DateOnly From);
