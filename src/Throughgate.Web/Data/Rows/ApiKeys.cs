namespace Throughgate.Web.Data.Rows;

/// <summary>A key by which a program reads a scheme's figures, as somebody sees them who may not open the people.</summary>
public sealed class ApiKey
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Scheme { get; set; }

    /// <summary>What it is for, in the words of whoever made it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the key: 32 random bytes, so that nothing slower is needed.</summary>
    public required byte[] KeyHash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public Guid MadeBy { get; set; }
    public required string MadeByName { get; set; }

    /// <summary>The last day on which it opens anything.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public string? RevokedByName { get; set; }

    public bool Opens(DateOnly today) => RevokedAt is null && today <= EndsOn;
}
