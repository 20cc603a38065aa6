using Throughgate.Web.Data.Records;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.YoungPeople.Show;

/// <summary>One line of the timeline: what was brought or changed, by whom and when (London time).</summary>
public sealed record HistoryLine(DateTime At, string What, string By, string? Why)
{
    /// <summary>Newest first.</summary>
    public static IEnumerable<HistoryLine> Of(YoungPersonRecord record, Words words) =>
        record
            .Rest.Imports.Select(i => new HistoryLine(London.Civil(i.At), words.N(i.Rows, "Imported from {1}: {0} row", "Imported from {1}: {0} rows", i.Name), i.By, null))
            .Concat(record.Rest.History.Select(h => Of(h, words)))
            .OrderByDescending(l => l.At);

    private static HistoryLine Of(Happened happened, Words words) =>
        new(London.Civil(happened.At), PlacesHidden.Said(EventInWords.Of(happened, words), words), happened.By, happened.Why);
}
