namespace Throughgate.Web.Data.Rows;

/// <summary>Two records that were one person: what was moved and replaced, so that exactly that can be put back.</summary>
public sealed class Merge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The record whose rows were moved; it keeps its reference, is voided and points to the one that stays.</summary>
    public Guid OtherId { get; init; }

    public Guid StaysId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string ActorName { get; init; }
    public required string Reason { get; init; }

    /// <summary><see cref="MergeKept"/>, as JSON.</summary>
    public required string Kept { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>A row that a merge moved or changed.</summary>
/// <param name="Moved">It belonged to the other record; else it is one of the record that stays.</param>
/// <param name="Origin">Before the merge; so the next.</param>
/// <param name="Version">As the merge left it: at another version somebody changed it since.</param>
/// <param name="TakenOut">The merge voided it: the residence of the other record holds for those days.</param>
public sealed record MergedRow(string Table, Guid Row, bool Moved, string Origin, Guid? Import, int Version, bool TakenOut);

/// <summary>A field of the record that stays, where the other record's value holds.</summary>
public sealed record MergedField(string Name, string? Was, string? Is);

/// <param name="Origin">Of the record that stays, before the merge.</param>
/// <param name="Version">Of the record that stays, as the merge left it.</param>
/// <param name="Pointing">Records merged into the other one before, which point to the one that stays now.</param>
public sealed record MergeKept(IReadOnlyList<MergedRow> Rows, IReadOnlyList<MergedField> Fields, string Origin, int Version, IReadOnlyList<Guid> Pointing);
