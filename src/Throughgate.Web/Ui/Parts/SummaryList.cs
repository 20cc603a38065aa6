using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughgate.Web.Ui.Parts;

/// <summary>
/// Facts about one thing, a row each: <c>&lt;tg-summary-list&gt;&lt;tg-fact key="@T["Born"]"&gt;…&lt;/tg-fact&gt;&lt;/tg-summary-list&gt;</c>. A fact may have one action:
/// <c>change-href</c>, <c>change="@T["Change"]"</c>, and <c>change-what</c> read out after it.
/// </summary>
[HtmlTargetElement("tg-summary-list")]
public sealed class SummaryListTag : Pattern
{
    private readonly List<Fact> _facts = [];

    public override void Init(TagHelperContext context) => context.Items[typeof(Fact)] = _facts;

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var anyActions = _facts.Exists(f => f.Actions.Count > 0);
        return bearer.Give(Markup.Of("dl", "govuk-summary-list", _facts.Select(f => Row(f, anyActions))));
    }

    private static TagBuilder Row(Fact fact, bool anyActions) => Markup.Of("div", "govuk-summary-list__row",
            Markup.Of("dt", "govuk-summary-list__key", fact.Key),
            Markup.Of("dd", "govuk-summary-list__value", fact.Value),
            Actions(fact.Actions))
        .AndClass(anyActions && fact.Actions.Count == 0 ? "govuk-summary-list__row--no-actions" : null).AndClass(fact.Css);

    private static TagBuilder? Actions(IReadOnlyList<FactAction> actions) => actions.Count switch
    {
        0 => null,
        1 => Markup.Of("dd", "govuk-summary-list__actions", Link(actions[0])),
        _ => Markup.Of("dd", "govuk-summary-list__actions",
            Markup.Of("ul", "govuk-summary-list__actions-list", actions.Select(a => Markup.Of("li", "govuk-summary-list__actions-list-item", Link(a))))),
    };

    private static TagBuilder Link(FactAction action) =>
        Markup.Link(action.Href, action.Text, action.What is null ? null : Markup.Hidden(" ", action.What));
}

/// <summary>A link at the end of a fact; <paramref name="What"/> is read out after its text.</summary>
public sealed record FactAction(string Text, string Href, string? What = null);

internal sealed record Fact(string Key, IHtmlContent? Value, IReadOnlyList<FactAction> Actions, string? Css);

/// <summary>One row of a tg-summary-list.</summary>
[HtmlTargetElement("tg-fact", ParentTag = "tg-summary-list")]
public sealed class FactTag : TagHelper
{
    public required string Key { get; set; }

    public string? ChangeHref { get; set; }

    public string? Change { get; set; }

    public string? ChangeWhat { get; set; }

    /// <summary>More than one action.</summary>
    public IReadOnlyList<FactAction> Actions { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = new HtmlString((await output.GetChildContentAsync()).GetContent());
        IReadOnlyList<FactAction> actions = ChangeHref is null ? Actions : [new(Change ?? string.Empty, ChangeHref, ChangeWhat), .. Actions];
        ((List<Fact>)context.Items[typeof(Fact)]).Add(new Fact(Key, content, actions, output.Attributes["class"]?.Value?.ToString()));
        output.SuppressOutput();
    }
}
