using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Reviews.Record;

public sealed record ReviewRecorded(Guid Review, DateOnly On, string ReviewKind) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Review recorded: {0}, {1}", words[Reference.Instance.Label("review", ReviewKind)], new Days(words).Short(On)];
}

public sealed record ReviewCorrected(
    Guid Review,
    DateOnly WasOn,
    DateOnly On,
    string WasKind,
    string ReviewKind,
    string? WasDecided,
    string? Decided,
    string? WasPlanChanges,
    string? PlanChanges
) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Review corrected: {0}; before: {1}", Said(words, On, ReviewKind, Decided, PlanChanges), Said(words, WasOn, WasKind, WasDecided, WasPlanChanges)];

    private static string Said(Words words, DateOnly on, string kind, params IEnumerable<string?> texts) =>
        string.Join(", ", new[] { words[Reference.Instance.Label("review", kind)].ToString(), new Days(words).Short(on) }.Concat(texts.OfType<string>()));
}
