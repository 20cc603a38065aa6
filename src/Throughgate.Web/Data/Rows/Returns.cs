namespace Throughgate.Web.Data.Rows;

/// <summary>A return as it was submitted (RET-3): never changed, never taken away; the database refuses both.</summary>
public sealed class ReturnVersion : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }

    /// <summary>Calendar year of 1 April.</summary>
    public int StartYear { get; init; }
    public int Quarter { get; init; }

    /// <summary>1, 2 … within the scheme and quarter.</summary>
    public int Number { get; init; }

    /// <summary>A code of <see cref="Domain.Returns.Readings"/>.</summary>
    public required string Reading { get; init; }

    /// <summary>Edition of the counting rules: <see cref="Domain.Returns.Handing.Editions"/>.</summary>
    public required string Edition { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Product { get; init; }

    /// <summary>When the records were read.</summary>
    public DateTimeOffset DataAt { get; init; }

    /// <summary>What the figures and who is behind them come to: <see cref="Domain.Returns.Handing.Frozen.Seal"/>.</summary>
    public required string Seal { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>Why there is another version; null for the first.</summary>
    public string? Why { get; init; }

    /// <summary>The facts it was reckoned from, pseudonymous, with the figures: compressed.</summary>
    public required byte[] Bundle { get; init; }

    /// <summary>SHA-256 of the bundle, in hexadecimal; the event in history has it too.</summary>
    public required string Hash { get; init; }
}

/// <summary>Signed by somebody else, or sent back: one a version.</summary>
public sealed class ReturnDecision : IOnlyAdded
{
    public Guid ReturnId { get; init; }
    public bool Signed { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public string? Reason { get; init; }
}

/// <summary>
/// Who stands behind a pseudonym of a frozen return. Taken away with the record when it is erased, and by nothing else. It is not moved when records are
/// merged: it says whom the return counted then.
/// </summary>
public sealed class ReturnMember : IOnlyAdded
{
    public Guid ReturnId { get; init; }
    public required string Pseudonym { get; init; }
    public Guid PersonId { get; init; }
    public Guid Token { get; init; }

    /// <summary>What pseudonyms stand for, and the reasons of what was accepted: JSON.</summary>
    public required string Told { get; init; }
}

/// <summary>Somebody found the figures right that have this seal.</summary>
public sealed class ReturnCheckRow : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public int StartYear { get; init; }
    public int Quarter { get; init; }
    public required string Seal { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}

/// <summary>The accountable manager accepts that something cannot be mended (RET-6).</summary>
public sealed class ReturnAcceptance : Row, IOfPerson
{
    public required string Scheme { get; init; }
    public int StartYear { get; init; }
    public int Quarter { get; init; }
    public Guid PersonId { get; init; }

    /// <summary><see cref="Domain.Returns.Handing.Obstacle.Item"/>.</summary>
    public required string Item { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}

/// <summary>Summary figures that somebody typed (RET-4), whole; the latest stands.</summary>
public sealed class TypedReturn : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public int StartYear { get; init; }
    public int Quarter { get; init; }

    /// <summary>Lines <c>table,row,column,value</c>.</summary>
    public required string Figures { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}
