namespace Throughgate.Web.Data.Rows;

/// <summary>A record that must not be erased while this stands.</summary>
public sealed class Hold : Row, IOfPerson
{
    public Guid PersonId { get; init; }
    public required string Scheme { get; init; }
    public required string Reason { get; set; }
    public DateTimeOffset FromAt { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
    public string? EndReason { get; set; }
}

/// <summary>A record on its way to being erased, or erased.</summary>
public sealed class Disposal : Row, IOfPerson
{
    public Guid PersonId { get; init; }
    public required string Scheme { get; init; }

    /// <summary>SHA-256 of the reference that the record had: whoever knows the reference can find its certificate, nobody can read it from here.</summary>
    public required string Reference { get; init; }

    /// <summary>Why it is due: closed, birthday or long.</summary>
    public required string Basis { get; init; }
    public DateOnly DueOn { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public Guid ProposedBy { get; init; }
    public required string ProposerName { get; init; }
    public DateTimeOffset? SignedAt { get; set; }
    public Guid? SignedBy { get; set; }
    public string? SignerName { get; set; }

    /// <summary>The first day on which it is erased; until then it can be stopped.</summary>
    public DateOnly? EraseOn { get; set; }
    public DateTimeOffset? StoppedAt { get; set; }
    public string? StoppedBy { get; set; }
    public string? StopReason { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How many rows of which table went, and how many stayed as facts: JSON.</summary>
    public string? Certificate { get; set; }
}

/// <summary>A row of history or log whose content was erased.</summary>
public sealed class ErasedRow
{
    public required string Ledger { get; init; }
    public Guid RowId { get; init; }
    public required string Chain { get; init; }
    public long Seq { get; init; }
    public Guid DisposalId { get; init; }

    /// <summary>Hash of what is left of it.</summary>
    public required byte[] Rest { get; init; }
}
