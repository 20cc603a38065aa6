using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughgate.Web.Ui.Language;

/// <summary>
/// Words in the reader's language, with what stands in their places. In a page it writes itself encoded, arguments too, but an argument that is
/// itself markup (a link, a number with its unit) goes in as it is. As a string it is plain text, for attributes and files.
/// </summary>
public sealed class Phrase(string template, CultureInfo culture, object?[] arguments, bool leftInEnglish = false) : IHtmlContent
{
    /// <summary>True where the reader asked for Welsh and there is none yet.</summary>
    public bool LeftInEnglish { get; } = leftInEnglish;

    public static implicit operator string(Phrase phrase) => phrase.ToString();

    public override string ToString() =>
        arguments.Length == 0 ? template : string.Format(culture, template, [.. arguments.Select(a => a is IHtmlContent and not Phrase ? Text((IHtmlContent)a) : a)]);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (LeftInEnglish)
        {
            writer.Write("<span lang=\"en\">");
        }

        WriteParts(writer, encoder);
        if (LeftInEnglish)
        {
            writer.Write("</span>");
        }
    }

    private void WriteParts(TextWriter writer, HtmlEncoder encoder)
    {
        // Markup arguments are kept apart while the rest is formatted and encoded: a control character no text holds marks their places.
        var markup = new List<IHtmlContent>();
        var marked = arguments.Select(argument =>
        {
            if (argument is not IHtmlContent content)
            {
                return argument is string text ? text.Replace("\u0001", string.Empty, StringComparison.Ordinal) : argument;
            }

            markup.Add(content);
            return $"\u0001{markup.Count - 1}\u0001";
        }).ToArray();
        var parts = (arguments.Length == 0 ? template : string.Format(culture, template, marked)).Split('\u0001');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0)
            {
                encoder.Encode(writer, parts[i]);
            }
            else
            {
                markup[int.Parse(parts[i], CultureInfo.InvariantCulture)].WriteTo(writer, encoder);
            }
        }
    }

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
