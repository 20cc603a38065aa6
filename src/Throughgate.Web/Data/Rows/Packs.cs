namespace Throughgate.Web.Data.Rows;

/// <summary>What is shared with somebody of a partner who has no account: behind a link and a code, which are held as hashes alone.</summary>
public sealed class Pack : IOfCase
{
    /// <summary>Wrong codes after which a pack closes for good.</summary>
    public const int Tries = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PartnerId { get; init; }
    public required string Recipient { get; init; }
    public required string Why { get; init; }
    public required byte[] KeyHash { get; init; }
    public required byte[] CodeHash { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
    public DateTimeOffset UntilAt { get; init; }
    public int WrongCodes { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBy { get; set; }
    public int Version { get; set; } = 1;

    public bool IsOpenAt(DateTimeOffset now) => ClosedAt is null && WrongCodes < Tries && now < UntilAt;
}

public sealed class PackCategory : IOfCase, IOnlyAdded
{
    public Guid PackId { get; init; }
    public Guid CaseId { get; init; }
    public required string Category { get; init; }
}

/// <summary>What a partner says of one of its actions in the plan.</summary>
public sealed class PartnerAnswer : IOfCase, IOnlyAdded
{
    public const string Done = "done";
    public const string NotPossible = "not_possible";
    public const string NoteOnly = "note";

    public static IReadOnlyList<string> All { get; } = [Done, NotPossible, NoteOnly];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CaseId { get; init; }
    public Guid PartnerId { get; init; }

    /// <summary>The action's, the same from version to version of the plan.</summary>
    public Guid Line { get; init; }
    public required string Answer { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }
    public required string ByName { get; init; }
}
