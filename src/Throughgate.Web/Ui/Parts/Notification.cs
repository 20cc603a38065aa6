using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Parts;

/// <summary>
/// <c>&lt;tg-notification success="true" text="@T["Saved"]" /&gt;</c>: what has just been done, at the top of the page that follows. Longer content goes between
/// the tags, as paragraphs.
/// </summary>
[HtmlTargetElement("tg-notification")]
public sealed class NotificationTag(Words words) : Pattern
{
    public bool Success { get; set; }

    public string? Text { get; set; }

    public string? Title { get; set; }

    public string TitleId { get; set; } = "govuk-notification-banner-title";

    public int TitleLevel { get; set; } = 2;

    public string? Role { get; set; }

    public bool? DisableAutoFocus { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var heading = Markup.Of(string.Create(CultureInfo.InvariantCulture, $"h{TitleLevel}"), "govuk-notification-banner__title", Title ?? words[Success ? "Success" : "Important"])
            .With("id", TitleId);
        return bearer.Give(Markup.Of("div", "govuk-notification-banner",
                Markup.Of("div", "govuk-notification-banner__header", heading),
                Markup.Of("div", "govuk-notification-banner__content", content ?? (IHtmlContent)Markup.Of("p", "govuk-notification-banner__heading", Text)))
            .AndClass(Success ? "govuk-notification-banner--success" : null)
            .With("role", Role ?? (Success ? "alert" : "region")).With("aria-labelledby", TitleId).With("data-module", "govuk-notification-banner")
            .With("data-disable-auto-focus", DisableAutoFocus is { } disable ? disable ? "true" : "false" : null));
    }
}
