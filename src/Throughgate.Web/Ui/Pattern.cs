using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Web.Ui;

/// <summary>
/// One of the page's patterns, written as an element <c>&lt;tg-…&gt;</c>. It is replaced by the markup of the pattern; class and other attributes
/// that the pattern does not know go to the element that carries it (the input of a field, the root of others).
/// </summary>
public abstract class Pattern : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // A pattern without an end tag has no content to wait for.
        var content = output.TagMode == TagMode.StartTagAndEndTag ? await output.GetChildContentAsync() : null;
        var bearer = new Bearer(output.Attributes);
        var drawn = Draw(content is null or { IsEmptyOrWhiteSpace: true } ? null : content, bearer);
        output.TagName = null;
        output.Attributes.Clear();
        if (drawn is null)
        {
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(drawn);
    }

    /// <summary>The pattern's markup; null draws nothing. Must pass the element that carries the page's own attributes to <see cref="Bearer.Give"/>.</summary>
    protected abstract IHtmlContent? Draw(IHtmlContent? content, Bearer bearer);
}

/// <summary>The page's own attributes on a pattern, until the pattern gives them to one of its elements.</summary>
public sealed class Bearer(TagHelperAttributeList attributes)
{
    public TagBuilder Give(TagBuilder tag)
    {
        foreach (var attribute in attributes)
        {
            var value = attribute.Value?.ToString() ?? string.Empty;
            if (string.Equals(attribute.Name, "class", StringComparison.Ordinal))
            {
                tag.AndClass(value);
            }
            else
            {
                tag.With(attribute.Name, value);
            }
        }

        return tag;
    }
}
