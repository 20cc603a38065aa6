using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Forms;

/// <summary><c>&lt;tg-input asp-for="Input.Email" label="@T["Email address"]" hint="…" type="email" autocomplete="username" /&gt;</c></summary>
[HtmlTargetElement("tg-input", TagStructure = TagStructure.WithoutEndTag)]
[SuppressMessage("Naming", "CA1721", Justification = "Type is what HTML calls it.")]
public sealed class InputTag(Words words) : Field(words)
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public bool Disabled { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var error = FirstError;

        // What was typed as a password is never written back.
        var value = Value ?? (string.Equals(Type, "password", StringComparison.Ordinal) ? null : Typed);
        var input = bearer.Give(Markup.Of("input", "govuk-input").AndClass(error is null ? null : "govuk-input--error")
            .With("id", FullId).With("name", FullName).With("type", Type).With("value", value).With("disabled", Disabled).With("aria-describedby", Described(error)));
        IHtmlContent control = Prefix is null && Suffix is null ? input
            : Markup.Of("div", "govuk-input__wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));
        return Group(error, LabelAbove(), HintAbove(), ErrorAbove(error), control);
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder? Affix(string which, string? text) =>
        text is null ? null : Markup.Of("div", $"govuk-input__{which}", text).With("aria-hidden", "true");
}
