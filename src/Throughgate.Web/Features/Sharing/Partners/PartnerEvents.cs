using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Partners;

public sealed record PartnerAdded(Guid Partner, string Scheme, string Name, string PartnerKind, bool Delivers, DateOnly From) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Partner recorded: {0}", Name];
}

public sealed record PartnerClosed(Guid Partner, string Scheme, string Name, DateOnly On) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The scheme works with {0} until {1}", Name, new Days(words).Plain(On)];
}

public sealed record AgreementMade(Guid Agreement, Guid Partner, string Scheme, string Name, DateOnly From, DateOnly Until, bool HasProtocol, IReadOnlyList<string> Categories, string Purpose) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Agreement with {0} from {1} to {2}", Name, new Days(words).Plain(From), new Days(words).Plain(Until)];
}

public sealed record AgreementEnded(Guid Agreement, Guid Partner, string Scheme, string Name, DateOnly Was, DateOnly Until) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The agreement with {0} ends on {1} (before: {2})", Name, new Days(words).Plain(Until), new Days(words).Plain(Was)];
}
