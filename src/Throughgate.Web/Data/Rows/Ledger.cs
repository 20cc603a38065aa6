namespace Throughgate.Web.Data.Rows;

public sealed class ImportRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; set; }
    public Guid? ActorId { get; set; }
    public required string ActorName { get; set; }
    public required string Name { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
}

public sealed class SchemeFigure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; set; }
    public required string Figure { get; set; }
    public int ValueNumber { get; set; }
    public DateOnly FromOn { get; set; }
    public DateTimeOffset SetAt { get; set; }
    public Guid? ActorId { get; set; }
    public required string ActorName { get; set; }
    public required string Reason { get; set; }
}

public sealed class Mark
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}

/// <summary>The last link of one chain: what the next row of history or log hashes on.</summary>
public sealed class ChainHead
{
    public required string Chain { get; set; }
    public long Seq { get; set; }
    public required byte[] Hash { get; set; }

    /// <summary>The last row of the chain that is a change: of history, not of the log. Lists kept in memory compare it.</summary>
    public long ChangedSeq { get; set; }
}

/// <summary>A typed event: one a change. Append-only; the database refuses anything else.</summary>
public sealed class HistoryRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Chain { get; set; }
    public long Seq { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? ActorId { get; set; }
    public required string ActorName { get; set; }
    public required string Kind { get; set; }
    public Guid? PersonId { get; set; }
    public Guid? CaseId { get; set; }
    public Guid? ImportId { get; set; }
    public string? Why { get; set; }

    /// <summary>The event's own fields, as JSON.</summary>
    public required string Data { get; set; }
    public required byte[] Hash { get; set; }
}

/// <summary>One answer given (or refused) to somebody: who, what, about whom, when. Append-only.</summary>
public sealed class AccessRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Chain { get; set; }
    public long Seq { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? ActorId { get; set; }
    public required string ActorName { get; set; }
    public required string Role { get; set; }
    public required string Action { get; set; }
    public required string Outcome { get; set; }

    /// <summary>Ids of the people shown, as a JSON list.</summary>
    public required string People { get; set; }
    public required string Detail { get; set; }
    public required byte[] Hash { get; set; }
}
