using System.Globalization;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Record;

public sealed record ContactRecorded(Guid Contact, DateTime At, string ContactKind, string Outcome, string CountsAs, int? Minutes) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        words["Contact recorded: {0}, {1}, {2}", words[Reference.Instance.Label("contact", ContactKind)], new Days(words).Short(DateOnly.FromDateTime(At)), words[Reference.Instance.Label("outcome", Outcome)]];
}

public sealed record ContactCorrected(
    Guid Contact,
    DateTime WasAt,
    DateTime At,
    string WasKind,
    string ContactKind,
    string WasOutcome,
    string Outcome,
    string WasCountsAs,
    string CountsAs,
    int? WasMinutes,
    int? Minutes
) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Contact corrected: {0}; before: {1}", Said(words, At, ContactKind, Outcome, CountsAs, Minutes), Said(words, WasAt, WasKind, WasOutcome, WasCountsAs, WasMinutes)];

    private static string Said(Words words, DateTime at, string kind, string outcome, string countsAs, int? minutes) =>
        string.Join(
            ", ",
            new[]
            {
                words[Reference.Instance.Label("contact", kind)].ToString(),
                $"{new Days(words).Short(DateOnly.FromDateTime(at))} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}",
                words[Reference.Instance.Label("outcome", outcome)],
                words[Reference.Instance.Label("counts_as", countsAs)],
                minutes is { } lasted ? words.N(lasted, "{0} minute", "{0} minutes").ToString() : null,
            }.OfType<string>()
        );
}
