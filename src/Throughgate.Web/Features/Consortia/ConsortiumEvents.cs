using Throughgate.Web.History;

namespace Throughgate.Web.Features.Consortia;

public sealed record ConsortiumMade(Guid Consortium, string Name) : HistoryEvent;

public sealed record ConsortiumRenamed(Guid Consortium, string Name, string Was) : HistoryEvent;

/// <summary>From this day the counts of the scheme are seen by whoever is a member of the consortium.</summary>
public sealed record SchemeJoined(Guid Consortium, string Name, string Scheme, DateOnly From, DateOnly? To) : HistoryEvent;

public sealed record SchemeLeft(Guid Consortium, string Name, string Scheme, DateOnly? To, DateOnly? Was) : HistoryEvent;
