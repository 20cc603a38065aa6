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

public sealed record EndingPlanned(Guid Row, string Who, string Part, DateOnly PlannedOn, DateOnly? GoodbyeOn, string How) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The ending was planned with {0}: {1}", Who, How];
}

public sealed record EndingChanged(Guid Row, string Who, IReadOnlyDictionary<string, string?> Was, IReadOnlyDictionary<string, string?> Is) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The ending planned with {0} was changed", Who];
}

public sealed record AskedToStop(Guid Row, DateOnly On, string OwnWords, bool ToldDropIn, DateOnly ComeBackOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Asked to stop on {0}: “{1}”. Is asked to come back by {2}", new Days(words).Plain(On), OwnWords, new Days(words).Plain(ComeBackOn)];
}

public sealed record AskedToComeBack(Guid Row, DateOnly ComeBackOn, DateOnly? OfferedOn, string? Answer, DateOnly WasComeBackOn, DateOnly? WasOfferedOn) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        OfferedOn is { } on ? words["Offered on {0} to come back: {1}", new Days(words).Plain(on), Answer ?? ""] : words["The day to offer to come back is now {0}", new Days(words).Plain(ComeBackOn)];
}

public sealed record CarryingOnDecided(string Decision, DateOnly On, string By, string WhoCarriesOn, DateOnly? Until) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Decision == Domain.Rules.Programmes.DecisionBefore18.Kind
            ? words["Decided on {0} by {1}: after the 18th birthday {2} carries on", new Days(words).Plain(On), By, WhoCarriesOn]
            : words["Decided on {0} by {1}: after the order {2} carries on", new Days(words).Plain(On), By, WhoCarriesOn];
}
