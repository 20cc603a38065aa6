using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Workers.Leave;

public sealed record LeaveRecorded(string Worker, DateOnly From, DateOnly To, string? CoveredBy) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} is away from {1} to {2}", Worker, new Days(words).Plain(From), new Days(words).Plain(To)];
}

public sealed record LeaveTakenBack(string Worker, DateOnly From, DateOnly To) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} is not away from {1} to {2} after all", Worker, new Days(words).Plain(From), new Days(words).Plain(To)];
}
