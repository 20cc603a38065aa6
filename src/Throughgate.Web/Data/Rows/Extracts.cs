namespace Throughgate.Web.Data.Rows;

/// <summary>A study for which extracts are made: one question, one way of writing the columns, one key of pseudonyms.</summary>
public sealed class Study
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public required string Name { get; init; }

    /// <summary>A name of Domain/Extracts/Whose.</summary>
    public required string Whose { get; init; }
    public DateOnly FromOn { get; init; }
    public DateOnly ToOn { get; init; }

    /// <summary>The step of each column, with commas: kept, so that a second extract shows nobody more finely than the first.</summary>
    public required string Levels { get; init; }

    /// <summary>The key, sealed; null once it was destroyed.</summary>
    public string? Sealed { get; set; }
    public DateTimeOffset MadeAt { get; init; }
    public required string MadeByName { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedByName { get; set; }
    public int Version { get; set; }
}

/// <summary>An extract that was made, for whom and why.</summary>
public sealed class ExtractMade : IOnlyAdded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid StudyId { get; init; }
    public required string Scheme { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
    public required string Evaluator { get; init; }
    public required string Organisation { get; init; }
    public required string Purpose { get; init; }
    public required string Agreement { get; init; }
    public required string File { get; init; }
    public int Rows { get; init; }
    public int LeftOut { get; init; }
}
