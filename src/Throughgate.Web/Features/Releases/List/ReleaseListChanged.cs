using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.List;

/// <param name="Asked">Asked for from now on, or no longer.</param>
public sealed record ReleaseListChanged(Guid Item, string Name, bool Asked) : HistoryEvent, ITold
{
    public string Tell(Words words) => Asked ? words["Added to the ready-to-leave list: {0}", Name] : words["No longer on the ready-to-leave list: {0}", Name];
}
