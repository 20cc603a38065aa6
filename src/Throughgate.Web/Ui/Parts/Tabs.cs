using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Parts;

/// <summary>
/// <c>&lt;tg-tabs&gt;&lt;tg-tab id="i1" label="@T["Age and gender"]"&gt;…&lt;/tg-tab&gt;…&lt;/tg-tabs&gt;</c>. Without scripts the parts stand one below the other under
/// links to them.
/// </summary>
[HtmlTargetElement("tg-tabs")]
public sealed class TabsTag(Words words) : Pattern
{
    private readonly List<Tab> _tabs = [];

    public string? Title { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(Tab)] = _tabs;

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var links = _tabs.Select((tab, i) => Markup.Of("li", "govuk-tabs__list-item", Markup.Of("a", "govuk-tabs__tab", tab.Label).With("href", $"#{tab.Id}"))
            .AndClass(i == 0 ? "govuk-tabs__list-item--selected" : null));
        var panels = _tabs.Select((tab, i) => Markup.Of("div", "govuk-tabs__panel", tab.Panel).AndClass(i > 0 ? "govuk-tabs__panel--hidden" : null).With("id", tab.Id));
        return bearer.Give(Markup.Of("div", "govuk-tabs",
            Markup.Of("h2", "govuk-tabs__title", Title ?? words["Contents"]),
            _tabs.Count == 0 ? null : Markup.Of("ul", "govuk-tabs__list", links),
            Markup.Several(panels))).With("data-module", "govuk-tabs");
    }
}

internal sealed record Tab(string Id, string Label, IHtmlContent Panel);

/// <summary>One part of tg-tabs.</summary>
[HtmlTargetElement("tg-tab", ParentTag = "tg-tabs")]
public sealed class TabTag : TagHelper
{
    public required string Id { get; set; }

    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var panel = new HtmlString((await output.GetChildContentAsync()).GetContent());
        ((List<Tab>)context.Items[typeof(Tab)]).Add(new Tab(Id, Label, panel));
        output.SuppressOutput();
    }
}
