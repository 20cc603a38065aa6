using Throughgate.Domain.People;

namespace Throughgate.Domain.Figures;

/// <summary>Where a measure stands on the page.</summary>
public enum Theme
{
    TakeUp,
    Homes,
    Gate,
    Learning,
    Lasting,
    Change,
    Planning,
    Caseload,
    Then,
    Now,
}

/// <summary>What the number of a measure is.</summary>
public enum Shape
{
    /// <summary>How many of the whole meet it.</summary>
    Share,

    /// <summary>How the whole falls into parts.</summary>
    Spread,

    /// <summary>The middle one of the amounts, and how they fall into bands.</summary>
    Amount,

    /// <summary>How many came how far.</summary>
    Funnel,
}

public enum Better
{
    Higher,
    Lower,
    Neither,
}

/// <summary>Which of a person's events of one period are counted.</summary>
public enum Once
{
    Every,
    Earliest,
    Latest,

    /// <summary>As things stand on the last day of the period.</summary>
    AtTheEnd,
}

/// <summary>
/// One figure of performance: its definition, and the pure function from a person's facts to those counted. Page, files and the people behind
/// ask the same function.
/// </summary>
public sealed record Measure
{
    /// <summary>Stable name, as the address has it: <c>address-14</c>.</summary>
    public required string Code { get; init; }

    /// <summary>English, the key of its Welsh, as are the other texts.</summary>
    public required string Label { get; init; }

    public required Theme Theme { get; init; }

    /// <summary>Who, or what, is counted.</summary>
    public required string Whole { get; init; }

    /// <summary>When it is met; for a spread, what the parts are.</summary>
    public required string Meets { get; init; }

    /// <summary>When it cannot be told; empty where it always can.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>What the figure cannot say.</summary>
    public string Beware { get; init; } = "";

    /// <summary>The rule that asks for it.</summary>
    public required string Rule { get; init; }

    public Edition Edition { get; init; } = Edition.Rulebook;

    public Shape Shape { get; init; } = Shape.Share;

    public Better Better { get; init; } = Better.Higher;

    public Once Once { get; init; } = Once.Every;

    public IReadOnlyList<Part> Parts { get; init; } = Figures.Parts.YesOrNo;

    /// <summary>Unit of the amounts: days or hours; English, the key of its Welsh. Null where nothing is measured.</summary>
    public string? Unit { get; init; }

    /// <summary>Counted of residents, with or without a programme: no worker's.</summary>
    public bool OfResidents { get; init; }

    public required Func<PersonFacts, Asked, IEnumerable<Measured>> Of { get; init; }

    /// <summary>It counts what other measures of its theme count, all together.</summary>
    public bool IsSumOfOthers { get; init; }

    public Part PartOf(string code) => Parts.First(p => p.Code == code);

    public override string ToString() => Code;
}
