using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>Something wrongly recorded was taken out of every page and figure; history keeps what it was and why it went.</summary>
/// <param name="File">Of the bundle: contacts, offers …</param>
public sealed record RowVoided(string File, Guid Row, IReadOnlyDictionary<string, string?> Was) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["Recorded by mistake and taken out, {0}: {1}", words[VoidRow.Called(File)], string.Join("; ", Was.Where(c => c.Value is not null).Select(c => $"{c.Key.Replace('_', ' ')} {c.Value}"))];
}
