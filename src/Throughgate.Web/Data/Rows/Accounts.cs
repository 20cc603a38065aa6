using Microsoft.AspNetCore.Identity;

namespace Throughgate.Web.Data.Rows;

/// <summary>Somebody who may sign in. The user name is the e-mail address.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public required string DisplayName { get; set; }

    /// <summary>A code of the role table.</summary>
    public required string Role { get; set; }

    /// <summary>The name that cases are allocated to, where this person has one.</summary>
    public Guid? WorkerId { get; set; }

    /// <summary>"en" or "cy".</summary>
    public string Language { get; set; } = "en";

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The first day on which nobody signs in with it any more: somebody leaves.</summary>
    public DateOnly? ClosesOn { get; set; }

    public bool IsClosed(DateOnly today) => ClosedAt is not null || ClosesOn <= today;
}

/// <summary>A signed-in browser. Its cookie names it; without a live row the cookie is worth nothing.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key in the cookie: who reads this table cannot make a cookie of it.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>What its owner ends it by.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }

    /// <summary>The account's security stamp at sign-in: a new password, role or scheme ends every session.</summary>
    public required string Stamp { get; set; }

    /// <summary>"password" or "both".</summary>
    public required string Proof { get; set; }

    /// <summary>"Firefox, Windows": for its owner to know it by.</summary>
    public required string Browser { get; set; }
    public required string Address { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When somebody last proved in it that it is still them; null: when it began.</summary>
    public DateTimeOffset? ProvedAt { get; set; }
}

/// <summary>A form that was sent and did something: its one-time key, and where the first answer led.</summary>
public sealed class Submission
{
    public Guid AccountId { get; set; }
    public Guid FormKey { get; set; }
    public DateTimeOffset At { get; set; }
    public string? Location { get; set; }
}

/// <summary>A key of Data Protection, which cookies and search texts are sealed with.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; set; }
    public required string Xml { get; set; }
    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>Somebody who wants the day's digest by e-mail.</summary>
public sealed class Digest
{
    public Guid AccountId { get; set; }
    public DateTimeOffset WantedAt { get; set; }

    /// <summary>The last day on which it went out, or there was nothing to say.</summary>
    public DateOnly? SentOn { get; set; }
}

/// <summary>The authenticator app of an account: at most one, kept once its first code was typed.</summary>
public sealed class Authenticator
{
    public Guid AccountId { get; set; }

    /// <summary>The secret, sealed for this account.</summary>
    public required string Sealed { get; set; }
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>The last step of thirty seconds whose code was used: that code and earlier ones are refused.</summary>
    public long LastStep { get; set; }
}

public sealed class RecoveryCode
{
    public Guid AccountId { get; set; }
    public required byte[] Hash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>The public half of a passkey. One that asked for its owner; no other is kept.</summary>
public sealed class Passkey
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }

    /// <summary>What the device calls it.</summary>
    public required byte[] CredentialId { get; set; }
    public required byte[] PublicKey { get; set; }

    /// <summary>What its owner calls it: "Work telephone".</summary>
    public required string Name { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>The device's own count of uses, nought where it keeps none.</summary>
    public long SignCount { get; set; }
    public string Transports { get; set; } = "";
    public bool BackupEligible { get; set; }
    public bool BackedUp { get; set; }
}

/// <summary>What a passkey was asked to sign, until it answers.</summary>
public sealed class PasskeyChallenge
{
    /// <summary>SHA-256 of the purpose and of the session or browser that it was asked in.</summary>
    public required byte[] KeyHash { get; set; }
    public Guid Id { get; set; }

    /// <summary>Whose passkey it must be; null where anybody's.</summary>
    public Guid? AccountId { get; set; }
    public required string State { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>One wrong try at signing in, by name, account or address.</summary>
public sealed class WrongTry
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of what it counts for.</summary>
    public required byte[] KeyHash { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A link by which somebody chooses their password: good once, and until it expires. Only the hash of its key is kept.</summary>
public sealed class Invitation
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }
    public required byte[] KeyHash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Whom a subject of the council's identity provider is here.</summary>
public sealed class ProviderLink
{
    public required string Issuer { get; set; }
    public required string Subject { get; set; }
    public Guid AccountId { get; set; }
    public DateTimeOffset LinkedAt { get; set; }
}
