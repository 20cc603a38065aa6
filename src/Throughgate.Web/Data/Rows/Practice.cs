namespace Throughgate.Web.Data.Rows;

/// <summary>What a scheme tried and found, for others to read. It names nobody.</summary>
public sealed class PracticeNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }

    /// <summary>When it was published, last; null while it is a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When it was taken back; null where it was not, or was published again.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    public int Version { get; set; } = 1;

    public bool IsPublished => PublishedAt is not null && WithdrawnAt is null;
}

/// <summary>One text of a note; whoever changes it adds another.</summary>
public sealed class PracticeNoteText : IOnlyAdded
{
    public Guid NoteId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>A code of the pathways.</summary>
    public required string Pathway { get; init; }
    public required string Title { get; init; }

    /// <summary>What was done.</summary>
    public required string Done { get; init; }
    public required string ForWhom { get; init; }

    /// <summary>What changed by it.</summary>
    public required string Changed { get; init; }
    public DateTimeOffset At { get; init; }
}
