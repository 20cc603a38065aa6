using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Progress;

public sealed record ProgressCalled(Guid Review, string Scheme, DateOnly HeldOn, string? Measure, string Reason, string Attends) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Progress was called to a review on {0}: {1}", new Days(words).Plain(HeldOn), Reason];
}

public sealed record ProgressActionAgreed(Guid Review, Guid Action, string What, string Owner, DateOnly DueOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Agreed at a review of progress: {0} ({1}, by {2})", What, Owner, new Days(words).Plain(DueOn)];
}

public sealed record ProgressActionDone(Guid Review, Guid Action, string What) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Done, as agreed at a review of progress: {0}", What];
}
