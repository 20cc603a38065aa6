using Throughgate.Web.History;

namespace Throughgate.Web.Access.Accounts;

public sealed record AccountAdded(Guid AccountId, string Name, string Role, string? Scheme) : HistoryEvent;

public sealed record AccountClosed(Guid AccountId, string Name) : HistoryEvent;

public sealed record PasswordChanged(Guid AccountId, string Name) : HistoryEvent;

public sealed record SecondFactorSetUp(Guid AccountId, string Name, bool InPlaceOfAnother) : HistoryEvent;

public sealed record SecondFactorTurnedOff(Guid AccountId, string Name) : HistoryEvent;

public sealed record PasskeyAdded(Guid AccountId, string Name, string Passkey) : HistoryEvent;

public sealed record PasskeyRenamed(Guid AccountId, string Name, string Passkey, string Was) : HistoryEvent;

public sealed record PasskeyRemoved(Guid AccountId, string Name, string Passkey) : HistoryEvent;

public sealed record RecoveryCodesMade(Guid AccountId, string Name) : HistoryEvent;

public sealed record RecoveryCodeUsed(Guid AccountId, string Name, int Left) : HistoryEvent;

public sealed record SignedOutElsewhere(Guid AccountId, string Name, int Sessions) : HistoryEvent;

/// <summary>A link to choose a password by was made; <c>Again</c>: in the place of the password there was.</summary>
public sealed record AccountInvited(Guid AccountId, string Name, DateTimeOffset Until, bool Again, bool SecondFactorTaken) : HistoryEvent;

public sealed record InvitationUsed(Guid AccountId, string Name) : HistoryEvent;

public sealed record AccountChanged(Guid AccountId, string Name, string Was, string Role, string WasRole) : HistoryEvent;

public sealed record MembershipBegun(Guid AccountId, string Name, string MembershipKind, string OfWhat, DateOnly From, DateOnly? To) : HistoryEvent;

public sealed record MembershipEnded(Guid AccountId, string Name, string MembershipKind, string OfWhat, DateOnly? To, DateOnly? Was) : HistoryEvent;

public sealed record AccountClosing(Guid AccountId, string Name, DateOnly? On) : HistoryEvent;

public sealed record AccountOpenedAgain(Guid AccountId, string Name) : HistoryEvent;

public sealed record SessionsEnded(Guid AccountId, string Name) : HistoryEvent;

public sealed record ProviderLinked(Guid AccountId, string Name, string Issuer) : HistoryEvent;
