using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary><c>&lt;tg-file-upload asp-for="Files" label="@T["Files"]" multiple="true" accept=".zip,.csv" /&gt;</c>, in a form with enctype="multipart/form-data".</summary>
[HtmlTargetElement("tg-file-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileUploadTag(Words words) : Field(words)
{
    public bool Multiple { get; set; }

    public bool Disabled { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;
        var input = bearer.Give(Markup.Of("input", "govuk-file-upload").AndClass(error is null ? null : "govuk-file-upload--error")
            .With("id", FullId).With("name", FullName).With("type", "file").With("disabled", Disabled).With("multiple", Multiple).With("aria-describedby", Described(error)));
        return Group(error, LabelAbove(), HintAbove(), ErrorAbove(error), input);
    }
}
