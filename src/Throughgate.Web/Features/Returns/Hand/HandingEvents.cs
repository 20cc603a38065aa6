using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>Somebody found the figures right that have this seal.</summary>
public sealed record ReturnChecked(string Year, int Quarter, string Reading, string Seal) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The return of {0}, quarter {1}, was checked", Year, Quarter];
}

/// <summary>A version was frozen; the hash is that of its bundle.</summary>
public sealed record ReturnSubmitted(Guid Return, string Year, int Quarter, int Number, string Reading, string Hash) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The return of {0}, quarter {1}, was submitted as version {2}", Year, Quarter, Number];
}

public sealed record ReturnSigned(Guid Return, string Year, int Quarter, int Number) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The return of {0}, quarter {1}, version {2}, was signed and handed in", Year, Quarter, Number];
}

public sealed record ReturnSentBack(Guid Return, string Year, int Quarter, int Number) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The return of {0}, quarter {1}, version {2}, was sent back", Year, Quarter, Number];
}

/// <summary>RET-6: it cannot be mended, and the return goes with it.</summary>
public sealed record ReturnProblemAccepted(string Year, int Quarter, string Item) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["What is missing for the return of {0}, quarter {1}, was accepted as it is", Year, Quarter];
}

public sealed record ReturnProblemNotAccepted(string Year, int Quarter, string Item) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["What is missing for the return of {0}, quarter {1}, is no longer accepted", Year, Quarter];
}

/// <summary>Summary figures typed elsewhere stand beside the counted ones (RET-4).</summary>
public sealed record ReturnFiguresTyped(Guid Typed, string Year, int Quarter, int Cells) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Figures for the return of {0}, quarter {1}, were typed in", Year, Quarter];
}
