using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Keeping;

/// <summary>What stays of a record that was erased: who signed, by which rule, how much, and a hash over the rows of this chain whose content went.</summary>
public sealed record RecordErased(Guid Disposal, string Basis, string Proposer, string Signer, int Rows, string Digest) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The record was erased: proposed by {0}, signed by {1}", Proposer, Signer];
}

public sealed record ErasingProposed(Guid Disposal, string Basis, DateOnly Due) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Erasing the record was proposed: due since {0}", new Days(words).Plain(Due)];
}

public sealed record ErasingSigned(Guid Disposal, DateOnly EraseOn) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Erasing the record was signed by a second person: from {0} on", new Days(words).Plain(EraseOn)];
}

public sealed record ErasingStopped(Guid Disposal) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Erasing the record was stopped"];
}

public sealed record HoldSet(Guid Hold) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The record is held: it is not erased while that stands"];
}

public sealed record HoldEnded(Guid Hold) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The record is no longer held"];
}

/// <summary>An event whose content went with the record that it told of: what it was and what it said is no longer known.</summary>
public sealed record ContentErased : HistoryEvent, ITold
{
    public string Tell(Words words) => words["What stood here was erased with the record"];
}
