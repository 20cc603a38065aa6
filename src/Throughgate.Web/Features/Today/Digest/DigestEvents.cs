using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Today.Digest;

public sealed record DigestWanted : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The digest of the day by e-mail was turned on"];
}

public sealed record DigestStopped : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The digest of the day by e-mail was turned off"];
}
