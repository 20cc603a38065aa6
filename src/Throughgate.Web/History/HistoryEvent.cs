using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Throughgate.Web.Data.Mappings;
using Throughgate.Web.Keeping;

namespace Throughgate.Web.History;

/// <summary>
/// One change, as a typed event: derive a record per kind (<c>ContactRecorded</c>), whose own properties are kept as JSON. The kind in the
/// database is the record's name in snake_case. Written in the same transaction as the change, never after it.
/// </summary>
public abstract record HistoryEvent
{
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OwnFieldsOnly } },
    };

    /// <summary>Whose record changed; null where no one person's did.</summary>
    public Guid? PersonId { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? ImportId { get; init; }

    /// <summary>Why, in the words of whoever did it.</summary>
    public string? Why { get; init; }

    public string Kind => KindOf(GetType());

    public string Json => JsonSerializer.Serialize(this, GetType(), Shape);

    /// <summary>Every kind of event there is.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsSubclassOf(typeof(HistoryEvent)) && !t.IsAbstract)];

    public static string KindOf(Type type) => Kinds.GetOrAdd(type, t => SnakeCase.Of(t.Name));

    /// <summary>The event that a row of history holds.</summary>
    public static HistoryEvent Read(string kind, string json) =>
        IsErased(kind, json) ? new ContentErased() : (HistoryEvent)JsonSerializer.Deserialize(json, All.Single(t => KindOf(t) == kind), Shape)!;

    /// <summary>Whether the content of an event went with the record that it told of.</summary>
    public static bool IsErased(string kind, string json) =>
        json == "{}" && All.FirstOrDefault(t => KindOf(t) == kind)?.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length > 0;

    private static void OwnFieldsOnly(JsonTypeInfo type)
    {
        if (!type.Type.IsSubclassOf(typeof(HistoryEvent)))
        {
            return;
        }

        var columns = typeof(HistoryEvent).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is PropertyInfo property && columns.Contains(property.Name))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
