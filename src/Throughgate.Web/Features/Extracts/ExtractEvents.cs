using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Extracts;

public sealed record ExtractTaken(Guid Extract, Guid Study, string Scheme, string StudyName, string Evaluator, string Organisation, string Purpose, string Agreement, int Rows) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A pseudonymous extract was made for {0} ({1}), {2} rows", Organisation, StudyName, Rows];
}

public sealed record StudyKeyEnded(Guid Study, string Scheme, string StudyName) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The key of the study {0} was destroyed", StudyName];
}
