using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Consortia;

public sealed record ConsortiumMade(Guid Consortium, string Name) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The consortium {0} was made", Name];
}

public sealed record ConsortiumRenamed(Guid Consortium, string Name, string Was) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The consortium {1} is called {0} now", Name, Was];
}

/// <summary>From this day the counts of the scheme are seen by whoever is a member of the consortium.</summary>
public sealed record SchemeJoined(Guid Consortium, string Name, string Scheme, DateOnly From, DateOnly? To) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} is in the consortium {1} from {2}", Reference.Instance.Schemes.TryGetValue(Scheme, out var known) ? known.Name : Scheme, Name, new Days(words).Plain(From)];
}

public sealed record SchemeLeft(Guid Consortium, string Name, string Scheme, DateOnly? To, DateOnly? Was) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["The last day of {0} in the consortium {1}: {2}", Reference.Instance.Schemes.TryGetValue(Scheme, out var known) ? known.Name : Scheme, Name, To is { } to ? new Days(words).Plain(to) : words["none"].ToString()];
}
