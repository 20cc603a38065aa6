using System.Text.Json.Nodes;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.History;

/// <summary>
/// Events of somebody whose whereabouts must not be disclosed (R2, R22), as they are told: whatever in them is an establishment, or stands in a field for a place, is
/// taken out of what is read. History itself keeps it.
/// </summary>
public static class PlacesHidden
{
    private const string Mark = "⟦place⟧";
    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase) { "establishment", "place", "where", "address", "address_text", "yot" };

    /// <summary>The event's fields without places.</summary>
    public static string Scrub(string data) => JsonNode.Parse(data) is { } root && Hide(root, null) is var hidden ? hidden!.ToJsonString() : data;

    /// <summary>What was told of scrubbed fields.</summary>
    public static string Said(string told, Words words) =>
        told.Contains(Mark, StringComparison.Ordinal) ? told.Replace(Mark, words["(a place that is not to be disclosed)"], StringComparison.Ordinal) : told;

    /// <summary>A cell of a table, or of history, without what says a place.</summary>
    public static string Cell(string table, string column, string text) =>
        text.Length > 0 && (IsPlace(text, column) || (column == "text" && table == "street_addresses")) ? ""
        : column == "data" && table == "history" && text.StartsWith('{') ? Scrub(text).Replace(Mark, "", StringComparison.Ordinal)
        : text;

    private static JsonNode? Hide(JsonNode? node, string? field) =>
        node switch
        {
            JsonObject all => new JsonObject(all.Select(p => KeyValuePair.Create(p.Key, Hide(p.Value, p.Key)))),
            JsonArray list => new JsonArray([.. list.Select(i => Hide(i, field))]),
            JsonValue value when value.TryGetValue<string>(out var text) && IsPlace(text, field) => JsonValue.Create(Mark),
            _ => node?.DeepClone(),
        };

    private static bool IsPlace(string text, string? field) =>
        text.Length > 0 && (Reference.Instance.Establishments.ContainsKey(text) || (field is not null && Fields.Contains(field)));
}
