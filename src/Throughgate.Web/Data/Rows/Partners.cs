namespace Throughgate.Web.Data.Rows;

/// <summary>An agency that a scheme works with.</summary>
public sealed class PartnerRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Scheme { get; init; }
    public required string Name { get; set; }

    /// <summary>A code of <see cref="Domain.Sharing.PartnerKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>It delivers part of the scheme (SCH-4).</summary>
    public bool Delivers { get; set; }
    public DateOnly OpenFrom { get; set; }

    /// <summary>The last day on which the scheme works with it.</summary>
    public DateOnly? ClosedOn { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>A service level agreement with a partner.</summary>
public sealed class AgreementRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PartnerId { get; init; }
    public DateOnly FromOn { get; init; }
    public DateOnly UntilOn { get; set; }

    /// <summary>It holds an information-sharing protocol.</summary>
    public bool HasProtocol { get; init; }
    public required string Purpose { get; init; }
    public int Version { get; set; } = 1;
}

/// <summary>A category that an agreement's protocol allows.</summary>
public sealed class AgreementCategory
{
    public Guid AgreementId { get; init; }
    public required string Category { get; init; }
}
