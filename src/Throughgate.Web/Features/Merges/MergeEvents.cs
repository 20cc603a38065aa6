using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges;

/// <summary>Another record, of the same person, was merged into this one.</summary>
/// <param name="Moved">How many rows of which table.</param>
/// <param name="Was">What this record said before where the other's value holds now.</param>
public sealed record RecordMergedHere(
    Guid Merge,
    Guid Other,
    string Reference,
    IReadOnlyDictionary<string, int> Moved,
    IReadOnlyDictionary<string, string?> Was,
    IReadOnlyDictionary<string, string?> Is
) : HistoryEvent, ITold
{
    public string Tell(Words words) =>
        Is.Count == 0
            ? words["Record {0} is the same person and was merged into this one: {1}", Reference, MovedRows.Said(Moved, words)]
            : words["Record {0} is the same person and was merged into this one: {1}; {2}; before: {3}", Reference, MovedRows.Said(Moved, words), Cells(Is, words), Cells(Was, words)];

    private static string Cells(IReadOnlyDictionary<string, string?> cells, Words words) =>
        string.Join("; ", cells.Select(c => $"{c.Key.Replace('_', ' ')} {c.Value ?? words["not known"]}"));
}

/// <summary>This record was merged into another; it keeps its reference.</summary>
public sealed record RecordMergedAway(Guid Merge, Guid Stays, string Reference, IReadOnlyDictionary<string, int> Moved) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Merged into record {0}: {1}", Reference, MovedRows.Said(Moved, words)];
}

/// <summary>A merge was undone, told to both: the rows went back.</summary>
/// <param name="Reference">Of the record that has its rows again.</param>
public sealed record MergeUndone(Guid Merge, string Reference, IReadOnlyDictionary<string, int> Moved, IReadOnlyList<string> Fields) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The merge with record {0} was undone, what was its own went back: {1}", Reference, MovedRows.Said(Moved, words)];
}

public static class MovedRows
{
    /// <summary>"2 sentences, 1 programme of support".</summary>
    public static string Said(IReadOnlyDictionary<string, int> moved, Words words) =>
        moved.Count == 0 ? words["nothing stood on it"] : string.Join(", ", moved.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Value} {Called(m.Key, words)}"));

    /// <summary>What the rows of a table are called.</summary>
    public static string Called(string table, Words words) => table switch
    {
        "residences" => words["usual residences"],
        "sentences" => words["sentences"],
        "cases" => words["programmes of support"],
        "licence_conditions" => words["conditions"],
        "people_around" => words["people around the young person"],
        _ => table.Replace('_', ' '),
    };
}
