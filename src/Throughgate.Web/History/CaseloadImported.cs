namespace Throughgate.Web.History;

/// <summary>A bundle was imported: one event for the whole of it. Rows it added carry its import id.</summary>
public sealed record CaseloadImported(string Name, long Added, long Changed, long Left) : HistoryEvent;

/// <summary>
/// An import changed one row. <see cref="Row"/> is its own reference, or that of the person or case it belongs to; of a row with a
/// reference only the changed cells are told, of others all of them. <see cref="Is"/> is null where the row went.
/// </summary>
public sealed record RowImported(
    string File,
    string Row,
    IReadOnlyDictionary<string, string?>? Was,
    IReadOnlyDictionary<string, string?>? Is
) : HistoryEvent;
