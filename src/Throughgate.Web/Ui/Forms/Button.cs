using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Web.Ui.Forms;

/// <summary>
/// <c>&lt;tg-button&gt;@T["Save"]&lt;/tg-button&gt;</c> sends the form, once however often it is pressed; with <c>href</c> it is a link that looks like one.
/// class="govuk-button--secondary" is the quiet one, govuk-button--warning the grave one.
/// </summary>
[HtmlTargetElement("tg-button")]
public sealed class ButtonTag : Pattern
{
    public string? Href { get; set; }

    public string Type { get; set; } = "submit";

    public string? Name { get; set; }

    public string? Value { get; set; }

    public bool Disabled { get; set; }

    /// <summary>A second press within a second is not sent (the server refuses it besides).</summary>
    public bool? OncePressed { get; set; } = true;

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) => Href is { } href
        ? bearer.Give(Markup.Of("a", "govuk-button", content).With("href", href).With("role", "button").With("draggable", "false").With("data-module", "govuk-button"))
        : bearer.Give(Markup.Of("button", "govuk-button", content).With("type", Type).With("name", Name).With("value", Value)
            .With("disabled", Disabled).With("aria-disabled", Disabled ? "true" : null)
            .With("data-prevent-double-click", OncePressed is { } once ? once ? "true" : "false" : null).With("data-module", "govuk-button"));
}
