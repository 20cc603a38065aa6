using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Parts;

/// <summary><c>&lt;tg-details summary="@T["What is the difference?"]"&gt;…&lt;/tg-details&gt;</c>: more for who asks.</summary>
[HtmlTargetElement("tg-details")]
public sealed class DetailsTag : Pattern
{
    public required string Summary { get; set; }

    public bool Open { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) => bearer.Give(Markup.Of("details", "govuk-details",
        Markup.Of("summary", "govuk-details__summary", Markup.Of("span", "govuk-details__summary-text", Summary)),
        Markup.Of("div", "govuk-details__text", content)).With("open", Open));
}

/// <summary><c>&lt;tg-tag class="govuk-tag--grey"&gt;@T["Draft"]&lt;/tg-tag&gt;</c>: a word about a whole thing. Duties have tg-state.</summary>
[HtmlTargetElement("tg-tag")]
public sealed class TagTag : Pattern
{
    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) => bearer.Give(Markup.Of("strong", "govuk-tag", content));
}

/// <summary><c>&lt;tg-inset&gt;…&lt;/tg-inset&gt;</c>: set apart from the text around it.</summary>
[HtmlTargetElement("tg-inset")]
public sealed class InsetTag : Pattern
{
    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) => bearer.Give(Markup.Of("div", "govuk-inset-text", content));
}

/// <summary><c>&lt;tg-warning&gt;…&lt;/tg-warning&gt;</c>: what must not be missed.</summary>
[HtmlTargetElement("tg-warning")]
public sealed class WarningTag(Words words) : Pattern
{
    public string? Spoken { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) => bearer.Give(Markup.Of("div", "govuk-warning-text",
        Markup.Of("span", "govuk-warning-text__icon", "!").With("aria-hidden", "true"),
        Markup.Of("strong", "govuk-warning-text__text", Markup.Hidden(Spoken ?? words["Warning"]), " ", content)));
}

/// <summary><c>&lt;tg-back-link href="/young-people"&gt;@T["Back to the list"]&lt;/tg-back-link&gt;</c></summary>
[HtmlTargetElement("tg-back-link")]
public sealed class BackLinkTag(Words words) : Pattern
{
    public required string Href { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) =>
        bearer.Give(Markup.Of("a", "govuk-back-link", content ?? words["Back"]).With("href", Href));
}
