namespace Throughgate.Web.Data.Rows;

/// <summary>Of what somebody with an account is a member, both days included.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>One of <see cref="MembershipKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the scheme, YOT or establishment; key of the agency or consortium.</summary>
    public required string OfWhat { get; init; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
    public int Version { get; set; } = 1;
}

public static class MembershipKinds
{
    public const string Scheme = "scheme";
    public const string Yot = "yot";
    public const string Establishment = "establishment";
    public const string Partner = "partner";
    public const string Consortium = "consortium";

    public static IReadOnlyList<string> All { get; } = [Scheme, Yot, Establishment, Partner, Consortium];
}

public sealed class Consortium
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
}

/// <summary>A scheme of a consortium, both days included.</summary>
public sealed class ConsortiumScheme
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ConsortiumId { get; init; }
    public required string Scheme { get; init; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
}

/// <summary>A record that only the accounts named may see, until it is lifted.</summary>
public sealed class Restriction : Row, IOfPerson
{
    public Guid PersonId { get; set; }
    public DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public required string Reason { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedBy { get; set; }
}

public sealed class RestrictionName
{
    public Guid RestrictionId { get; init; }
    public Guid AccountId { get; init; }
}

/// <summary>Somebody opened a record that they may not see, for an hour, because a child could not wait (R27).</summary>
public sealed class GlassBroken : Row, IOfPerson
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Days after which a review that nobody made is pressed for.</summary>
    public const int ReviewedWithinDays = 5;

    public Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public Guid PersonId { get; set; }

    /// <summary>The scheme of whoever broke it.</summary>
    public required string Scheme { get; init; }

    /// <summary>The schemes whose managers are told: <c>;leeds;york;</c>.</summary>
    public string Told { get; init; } = "";
    public DateTimeOffset BrokenAt { get; init; }
    public DateTimeOffset UntilAt { get; init; }
    public required string Reason { get; init; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public string? ReviewedBy { get; set; }
    public string? Finding { get; set; }
}
