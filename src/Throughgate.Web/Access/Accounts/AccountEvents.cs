using Throughgate.Web.History;

namespace Throughgate.Web.Access.Accounts;

public sealed record AccountAdded(Guid AccountId, string Name, string Role, string? Scheme) : HistoryEvent;

public sealed record AccountClosed(Guid AccountId, string Name) : HistoryEvent;

public sealed record PasswordChanged(Guid AccountId, string Name) : HistoryEvent;
