using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Tests.Build;

namespace Throughgate.Tests.Ui;

/// <summary>One example of a pattern: what was asked for, and the markup that GOV.UK Frontend makes of it.</summary>
public sealed record Fixture(string Name, JsonObject Options, string Html)
{
    public static IReadOnlyList<Fixture> Of(string component)
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Throughgate.Tests", "Ui", "fixtures", component + ".json")))!;
        return [.. file["fixtures"]!.AsArray().Select(f => new Fixture((string)f!["name"]!, f["options"]!.AsObject(), (string)f["html"]!))];
    }

    /// <summary>Whether the example asks for nothing but these options (<c>items[].hint.text</c>; <c>attributes.*</c> for any below).</summary>
    public bool AsksOnlyFor(IReadOnlyCollection<string> options) => Paths(Options, "").All(p => options.Contains(p) || options.Any(o => o.EndsWith(".*", StringComparison.Ordinal) && p.StartsWith(o[..^1], StringComparison.Ordinal)));

    public string? this[string path] => Value(Options, path);

    public bool Has(string path) => this[path] is not null;

    public IEnumerable<JsonObject> Each(string list) => Options[list]?.AsArray().OfType<JsonObject>() ?? [];

    /// <summary>The class and the other attributes that the page gives to the pattern.</summary>
    public TagHelperAttributeList Own(params string[] also)
    {
        var own = new TagHelperAttributeList();
        if (this["classes"] is { } css)
        {
            own.Add("class", css);
        }

        foreach (var name in also.Where(Has))
        {
            own.Add(name, this[name]);
        }

        foreach (var (name, value) in Options["attributes"]?.AsObject() ?? [])
        {
            own.Add(name, value!.ToString());
        }

        return own;
    }

    public static string? Value(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            node = node is JsonObject found ? found[step] : null;
        }

        return node is null or JsonObject or JsonArray ? null : node.ToString();
    }

    private static IEnumerable<string> Paths(JsonNode? node, string at) => node switch
    {
        JsonObject many => many.SelectMany(m => Paths(m.Value, at.Length == 0 ? m.Key : $"{at}.{m.Key}")),
        JsonArray list => list.SelectMany(m => Paths(m, $"{at}[]")),
        _ => [at],
    };
}
