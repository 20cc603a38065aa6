using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Settings;

/// <param name="Until">The last day, where it was ended.</param>
public sealed record ReciprocalArrangementSet(Guid Row, string Scheme, string WithWhom, string What, DateOnly From, DateOnly? Until) : HistoryEvent, ITold
{
    public string Tell(Words words) => Until is null ? words["Reciprocal arrangement recorded with {0}", WithWhom] : words["Reciprocal arrangement with {0} ended", WithWhom];
}

/// <param name="Until">The last day, where it was ended.</param>
public sealed record AccountableManagerSet(Guid Row, string Scheme, string Name, DateOnly From, DateOnly? Until) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Until is { } last ? words["{0} is accountable for the scheme until {1}", Name, new Days(words).Plain(last)] : words["{0} is accountable for the scheme from {1}", Name, new Days(words).Plain(From)];
}
