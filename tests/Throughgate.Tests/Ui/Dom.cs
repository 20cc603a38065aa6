using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Throughgate.Tests.Ui;

/// <summary>Markup as a browser understands it, written one way: order of attributes and classes, white space and self-closing do not matter.</summary>
public static class Dom
{
    private static readonly HtmlParser Parser = new();
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "checked", "disabled", "selected", "multiple", "open" };

    public static string Normal(string html)
    {
        var body = Parser.ParseDocument("<body></body>").Body!;
        var lines = new List<string>();
        foreach (var node in Parser.ParseFragment(html, body))
        {
            Write(node, 0, lines);
        }

        return string.Join('\n', lines);
    }

    private static void Write(INode node, int depth, List<string> lines)
    {
        var indent = new string(' ', depth);
        switch (node)
        {
            case IText text when !string.IsNullOrWhiteSpace(text.Data):
                lines.Add(indent + string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                break;
            case IElement element:
                var attributes = element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{Value(a)}\"");
                lines.Add($"{indent}<{element.LocalName}{string.Concat(attributes)}>");
                foreach (var child in element.ChildNodes)
                {
                    Write(child, depth + 1, lines);
                }

                break;
        }
    }

    private static string Value(IAttr attribute) => attribute.Name switch
    {
        "class" => string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)),
        var name when Alone.Contains(name) => "",
        _ => attribute.Value.Trim(),
    };
}
