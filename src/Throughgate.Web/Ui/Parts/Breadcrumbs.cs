using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Parts;

/// <summary>One step of the way here; the last has no address, and is where one is.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>
/// Below the second level of navigation, in the section Before of the layout:
/// <c>@section Before { &lt;tg-breadcrumbs items="@([new(T["Figures"], "/figures"), new(T["Quarterly return"])])" /&gt; }</c>
/// </summary>
[HtmlTargetElement("tg-breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BreadcrumbsTag(Words words) : Pattern
{
    public required IReadOnlyList<Crumb> Items { get; set; }

    public string? Label { get; set; }

    /// <summary>On a small screen only the first and the last step are shown.</summary>
    public bool Collapse { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var steps = Items.Select(i => i.Href is { } href
            ? Markup.Of("li", "govuk-breadcrumbs__list-item", Markup.Of("a", "govuk-breadcrumbs__link", i.Text).With("href", href))
            : Markup.Of("li", "govuk-breadcrumbs__list-item", i.Text).With("aria-current", "page"));
        return bearer.Give(Markup.Of("nav", "govuk-breadcrumbs", Markup.Of("ol", "govuk-breadcrumbs__list", steps))
            .AndClass(Collapse ? "govuk-breadcrumbs--collapse-on-mobile" : null).With("aria-label", Label ?? words["Breadcrumb"]));
    }
}
