using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing;

public sealed record ClosingPrepared(IReadOnlyDictionary<string, string?> Is) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Closing is being prepared"];
}

public sealed record ProgrammeClosed(DateOnly On, string Reason) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The programme was closed on {0}: {1}", new Days(words).Plain(On), words[Reference.Instance.Label("closing", Reason)]];
}

public sealed record ProgrammeReopened(DateOnly WasClosedOn, string? WasReason) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The programme was opened again; it had been closed on {0}", new Days(words).Plain(WasClosedOn)];
}

public sealed record CarryingOnDecided(string Decision, DateOnly On, string By, string WhoCarriesOn, DateOnly? Until) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Decision == Domain.Rules.Programmes.DecisionBefore18.Kind
            ? words["Decided on {0} by {1}: after the 18th birthday {2} carries on", new Days(words).Plain(On), By, WhoCarriesOn]
            : words["Decided on {0} by {1}: after the order {2} carries on", new Days(words).Plain(On), By, WhoCarriesOn];
}
