using Throughgate.Web.History;

namespace Throughgate.Web.Access.Accounts;

public sealed record AccountAdded(Guid AccountId, string Name, string Role, string? Scheme) : HistoryEvent;

public sealed record AccountClosed(Guid AccountId, string Name) : HistoryEvent;

public sealed record PasswordChanged(Guid AccountId, string Name) : HistoryEvent;

public sealed record SecondFactorSetUp(Guid AccountId, string Name, bool InPlaceOfAnother) : HistoryEvent;

public sealed record SecondFactorTurnedOff(Guid AccountId, string Name) : HistoryEvent;

public sealed record RecoveryCodesMade(Guid AccountId, string Name) : HistoryEvent;

public sealed record RecoveryCodeUsed(Guid AccountId, string Name, int Left) : HistoryEvent;

public sealed record SignedOutElsewhere(Guid AccountId, string Name, int Sessions) : HistoryEvent;
