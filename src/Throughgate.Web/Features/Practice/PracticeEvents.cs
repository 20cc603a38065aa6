using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Practice;

/// <summary>A text of a note of emerging practice, whole: history shows each version.</summary>
public sealed record PracticeNoteWritten(Guid Note, string Scheme, int Number, string Pathway, string Title, string Done, string ForWhom, string Changed) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Emerging practice was written (version {1}): {0}", Title, Number];
}

public sealed record PracticeNotePublished(Guid Note, string Scheme, string Title) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Emerging practice was published: {0}", Title];
}

public sealed record PracticeNoteWithdrawn(Guid Note, string Scheme, string Title) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Emerging practice was taken back: {0}", Title];
}
