using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Domain.Rules;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Duties;

/// <summary>
/// <c>&lt;tg-why duty="duty" /&gt;</c>: "Why?" opens in place and says what the rule asks, how this day was reckoned, which figure is in force and
/// who set it, the rule's id and where the rule comes from.
/// </summary>
[HtmlTargetElement("tg-why", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhyTag(Words words, HtmlEncoder encoder) : Pattern
{
    public required Duty Duty { get; set; }

    /// <summary>The duty is one of a list that is kept in memory: what is said of it is written once a language. It must not depend on who reads.</summary>
    public bool Kept { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer) =>
        bearer.Give(Markup.Of("details", "govuk-details tg-why", Kept ? Written(words.InWelsh ? InWelsh : InEnglish) : Said()));

    private static readonly ConditionalWeakTable<Duty, IHtmlContent> InEnglish = [];
    private static readonly ConditionalWeakTable<Duty, IHtmlContent> InWelsh = [];

    private IHtmlContent Written(ConditionalWeakTable<Duty, IHtmlContent> kept) =>
        kept.GetValue(Duty, _ =>
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            Said().WriteTo(writer, encoder);
            return new HtmlString(writer.ToString());
        });

    private HtmlContentBuilder Said()
    {
        var days = new Days(words);
        var summary = Markup.Of("summary", "govuk-details__summary",
            Markup.Of("span", "govuk-details__summary-text", words["Why?"], Markup.Hidden(" ", words[Duty.Rule.Asks])));
        var sentence = words[Duty.Citation.Sentence, [.. Duty.Figures.Select(f => (object)f.Value)]];
        var reckoned = words["Reckoned from: {0}, {1}. Due by {2}.", words[Duty.ReckonedFrom.What], days.Plain(Duty.ReckonedFrom.On), days.Plain(Duty.Due)];
        var text = Markup.Of("div", "govuk-details__text",
            Markup.Of("p", null, sentence),
            Markup.Of("p", null, reckoned, Duty.Evidence is { } met ? Markup.Several(new HtmlString(" "), Met(days, met)) : null),
            Duty.PassesCalendar ? Markup.Of("p", null, words["The bank holidays of that time are not all known yet, so this day may move."]) : null,
            Duty.Figures.Count == 0 ? null : Markup.Of("ul", null, Duty.Figures.Select(f => Markup.Of("li", null, InForce(words, days, f)))),
            Markup.Of("p", null, Markup.Link($"/rules#{Duty.RuleId}", words["Rule {0}", Duty.RuleId]), " · ", string.Join(" · ", Duty.Citation.SourceNames)));
        return Markup.Several(summary, text);
    }

    private Phrase Met(Days days, DayOf met) => words["Met by: {0}, {1}.", words[met.What], days.Plain(met.On)];

    internal static Phrase InForce(Words words, Days days, FigureInForce figure) => figure.Setting is { } set
        ? words["{0}: {1}. Set by {2} from {3}: {4}", words[figure.Figure.Label], figure.Value, set.By, days.Plain(set.From), set.Reason]
        : words["{0}: {1}. {2}. A scheme manager can change it.", words[figure.Figure.Label], figure.Value, words[figure.Figure.Source]];
}
