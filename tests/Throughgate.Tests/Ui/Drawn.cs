using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Tests.Ui;

/// <summary>Runs a tag helper as a page would, with the page's own attributes, content, and tag helpers inside it.</summary>
public static class Drawn
{
    public static string By(ITagHelper tag, TagHelperAttributeList? attributes = null, string? html = null, string? text = null, params IEnumerable<(ITagHelper Tag, string? Html, string? Class)> inside)
    {
        var items = new Dictionary<object, object>();
        var context = new TagHelperContext("tg-x", [], items, "1");
        tag.Init(context);
        var output = new TagHelperOutput("tg-x", attributes ?? [], async (_, _) =>
        {
            foreach (var (child, content, css) in inside)
            {
                await child.ProcessAsync(context, new TagHelperOutput("tg-y", css is null ? [] : new TagHelperAttributeList { { "class", css } }, (_, _) => Content(content, null)));
            }

            return await Content(html, text);
        });
        tag.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static Task<TagHelperContent> Content(string? html, string? text)
    {
        TagHelperContent content = new DefaultTagHelperContent();
        return Task.FromResult(html is not null ? content.SetHtmlContent(html) : content.SetContent(text));
    }
}
