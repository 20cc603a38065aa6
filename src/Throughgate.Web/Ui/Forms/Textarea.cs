using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary><c>&lt;tg-textarea asp-for="Input.Note" label="@T["What was agreed"]" rows="8" /&gt;</c></summary>
[HtmlTargetElement("tg-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTag(Words words) : Field(words)
{
    public int Rows { get; set; } = 5;

    public string? Value { get; set; }

    public bool Disabled { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;

        // A browser leaves out the first line break of a text area, so one more is written than the text has.
        var text = Value ?? Typed;
        var area = bearer.Give(Markup.Of("textarea", "govuk-textarea", text is ['\n' or '\r', ..] ? "\n" + text : text).AndClass(error is null ? null : "govuk-textarea--error")
            .With("id", FullId).With("name", FullName).With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("disabled", Disabled).With("aria-describedby", Described(error)));
        return Group(error, LabelAbove(), HintAbove(), ErrorAbove(error), area);
    }
}
