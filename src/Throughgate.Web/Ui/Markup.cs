using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Throughgate.Web.Ui;

/// <summary>Elements written from C#, always encoded: <c>Markup.Of("p", "govuk-body", "text", link)</c>. Null content and null attributes are left out.</summary>
public static class Markup
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "input", "br", "hr", "img", "path", "circle", "line", "rect", "polygon", "polyline" };

    public static TagBuilder Of(string element, string? css, params IEnumerable<object?> content)
    {
        var tag = new TagBuilder(element);
        if (!string.IsNullOrEmpty(css))
        {
            tag.Attributes["class"] = css;
        }

        if (Void.Contains(element))
        {
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        }

        return tag.Holding(content);
    }

    public static TagBuilder Holding(this TagBuilder tag, params IEnumerable<object?> content)
    {
        foreach (var part in content)
        {
            switch (part)
            {
                case null:
                    break;
                case IHtmlContent markup:
                    tag.InnerHtml.AppendHtml(markup);
                    break;
                case IEnumerable<IHtmlContent> several:
                    tag.Holding(several);
                    break;
                default:
                    tag.InnerHtml.Append(part.ToString()!);
                    break;
            }
        }

        return tag;
    }

    /// <summary>Sets an attribute; null leaves it out, and so does an empty list of classes.</summary>
    public static TagBuilder With(this TagBuilder tag, string name, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[name] = value;
        }

        return tag;
    }

    /// <summary>Sets an attribute that stands alone, such as <c>checked</c>.</summary>
    public static TagBuilder With(this TagBuilder tag, string name, bool present) => present ? tag.With(name, name) : tag;

    public static TagBuilder AndClass(this TagBuilder tag, string? css)
    {
        if (!string.IsNullOrWhiteSpace(css))
        {
            tag.Attributes["class"] = tag.Attributes.TryGetValue("class", out var before) && before is not null ? $"{before} {css}" : css;
        }

        return tag;
    }

    public static TagBuilder Link(string href, params IEnumerable<object?> content) => Of("a", "govuk-link", content).With("href", href);

    /// <summary>For those who listen: read out, not seen.</summary>
    public static TagBuilder Hidden(params IEnumerable<object?> content) => Of("span", "govuk-visually-hidden", content);

    public static HtmlContentBuilder Several(params IEnumerable<IHtmlContent?> parts)
    {
        var builder = new HtmlContentBuilder();
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            builder.AppendHtml(part);
        }

        return builder;
    }
}
