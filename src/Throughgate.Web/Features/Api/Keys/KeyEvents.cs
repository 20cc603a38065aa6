using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Api.Keys;

/// <param name="EndsOn">The last day on which it opens anything.</param>
public sealed record ApiKeyMade(Guid Key, string Scheme, string Name, DateOnly EndsOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A key for programs was made: {0}, until {1}", Name, new Days(words).Plain(EndsOn)];
}

public sealed record ApiKeyRevoked(Guid Key, string Scheme, string Name) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A key for programs was revoked: {0}", Name];
}
