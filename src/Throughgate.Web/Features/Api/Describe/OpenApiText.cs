using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Throughgate.Web.Features.Api.Read;

namespace Throughgate.Web.Features.Api.Describe;

/// <summary>The OpenAPI 3.1 document, written from the register and from the very types that are answered.</summary>
public static class OpenApiText
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Described = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) =>
        {
            var said = (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type)?.GetCustomAttributes(typeof(DescriptionAttribute), false).Cast<DescriptionAttribute>().FirstOrDefault();
            if (said is not null && schema is JsonObject described)
            {
                described.Insert(0, "description", said.Description);
            }

            return schema;
        },
    };

    private static readonly Lazy<string> Text = new(() => Document().ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write() => Text.Value;

    private static JsonObject Document() =>
        new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Throughgate: figures of a scheme",
                ["version"] = "1",
                ["description"] = "Read-only. A key gives what a board member of its scheme sees: whole financial years that are over, with small counts hidden, and never a person.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api/v1" }),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
            ["paths"] = Object(ApiRegister.All.Select(e => (e.Path, (JsonNode)new JsonObject { ["get"] = Operation(e) }))),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key that the scheme manager made: tg_…" } },
                ["schemas"] = Object(ApiRegister.All.Select(e => e.Answers).Append(typeof(ProblemOut)).Select(t => (NameOf(t), Within(NameOf(t), Shape.GetJsonSchemaAsNode(t, Described))))),
            },
        };

    /// <summary>A reference inside a schema counts from its own root; in the document it counts from the document's.</summary>
    private static JsonNode Within(string name, JsonNode schema)
    {
        foreach (var child in schema is JsonObject o ? o.Select(p => p.Value).ToList() : schema is JsonArray a ? [.. a] : new List<JsonNode?>())
        {
            if (child is not null)
            {
                Within(name, child);
            }
        }

        if (schema is JsonObject holder && holder["$ref"] is JsonValue reference && reference.GetValue<string>() is ['#', .. var path])
        {
            holder["$ref"] = $"#/components/schemas/{name}{path}";
        }

        return schema;
    }

    private static JsonObject Operation(ApiEndpoint endpoint) =>
        new()
        {
            ["operationId"] = endpoint.Operation,
            ["summary"] = endpoint.Gives,
            ["parameters"] = new JsonArray(
                [
                    .. endpoint.Takes.Select(p => new JsonObject
                    {
                        ["name"] = p.Name,
                        ["in"] = p.In,
                        ["required"] = p.In == "path",
                        ["description"] = p.Means,
                        ["schema"] = new JsonObject { ["type"] = "string" },
                        ["example"] = p.Example,
                    }),
                ]
            ),
            ["responses"] = Object(
                ApiRegister.Problems.Select(p => (p.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode)Answer(p.Means, "application/problem+json", typeof(ProblemOut))))
                    .Prepend(("200", Answer(endpoint.Gives, "application/json", endpoint.Answers)))
            ),
        };

    private static JsonObject Answer(string means, string type, Type shape) =>
        new() { ["description"] = means, ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{NameOf(shape)}" } } } };

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Node)> entries) => new(entries.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Name, e.Node)));

    private static string NameOf(MemberInfo type) => type.Name[..^"Out".Length];
}
