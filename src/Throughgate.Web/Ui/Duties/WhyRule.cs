using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Domain.Rules;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Duties;

/// <summary>
/// <c>&lt;tg-rule rule="ELG-3" /&gt;</c>: the "Why?" of a gate, a warning or a figure. It opens in place and says the rule in plain words with the figures in
/// force, who set them and who can change them, the rule's id and its source. The words are those of the register; for a duty use tg-why.
/// </summary>
[HtmlTargetElement("tg-rule", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhyRuleTag(Words words, FiguresInForce figures, DayAsked day) : Pattern
{
    private DutyFigures _figures = DutyFigures.Defaults;

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; set; }

    private Citation Citation => Register.Find(Rule) ?? throw new InvalidOperationException($"There is no rule {Rule}; docs/rules.md lists them.");

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Citation.Figures.Count > 0)
        {
            _figures = await figures.ReadAsync();
        }

        await base.ProcessAsync(context, output);
    }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var days = new Days(words);
        FigureInForce[] inForce = [.. Citation.Figures.Select(f => _figures.InForce(f, day.On))];
        var summary = Markup.Of("summary", "govuk-details__summary",
            Markup.Of("span", "govuk-details__summary-text", words["Why?"], Markup.Hidden(" ", words["Rule {0}", Rule])));
        var text = Markup.Of("div", "govuk-details__text",
            Markup.Of("p", null, words[Citation.Sentence, [.. inForce.Select(f => (object)f.Value)]]),
            inForce.Length == 0
                ? Markup.Of("p", null, words["No figure in it can be changed."])
                : Markup.Of("ul", null, inForce.Select(f => Markup.Of("li", null, WhyTag.InForce(words, days, f)))),
            Markup.Of("p", null, Markup.Link($"/rules#{Rule}", words["Rule {0}", Rule]), " · ", string.Join(" · ", Citation.SourceNames)));
        return bearer.Give(Markup.Of("details", "govuk-details tg-why", summary, text));
    }
}
