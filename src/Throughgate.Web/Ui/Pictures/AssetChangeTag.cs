using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>
/// <c>&lt;tg-asset-change start="scores" end="scores" sections="labels" /&gt;</c>: Asset at the start and at the end, a section a row: both scores, the change in
/// words, and drawn from 0 to 4 (a ring for the start, a disc for the end). Who listens hears the table.
/// </summary>
[HtmlTargetElement("tg-asset-change", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AssetChangeTag(Words words) : Pattern
{
    private const int Most = 4;

    /// <summary>0 to 4 each, null where not scored.</summary>
    public required IReadOnlyList<int?> Start { get; set; }

    public required IReadOnlyList<int?> End { get; set; }

    /// <summary>What the sections are called, in the reader's language.</summary>
    public required IReadOnlyList<string> Sections { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var head = Markup.Of("tr", "govuk-table__row",
            Markup.Of("th", "govuk-table__header", words["Section"]).With("scope", "col"),
            Markup.Of("th", "govuk-table__header govuk-table__header--numeric", words["Start"]).With("scope", "col"),
            Markup.Of("th", "govuk-table__header govuk-table__header--numeric", words["End"]).With("scope", "col"),
            Markup.Of("th", "govuk-table__header", words["Change"]).With("scope", "col"),
            Markup.Of("td", "govuk-table__header tg-asset__draw", Markup.Of("span", "tg-asset__key", words["0 to 4: ring the start, disc the end"])));
        return bearer.Give(Markup.Of("table", "govuk-table tg-asset",
            Markup.Of("caption", "govuk-table__caption govuk-visually-hidden", words["Asset at the start and at the end, section by section"]),
            Markup.Of("thead", "govuk-table__head", head),
            Markup.Of("tbody", "govuk-table__body", Sections.Select((section, i) => Row(section, Start[i], End[i])))));
    }

    private TagBuilder Row(string section, int? start, int? end) => Markup.Of("tr", "govuk-table__row",
        Markup.Of("th", "govuk-table__header", section).With("scope", "row"),
        Markup.Of("td", "govuk-table__cell govuk-table__cell--numeric", Shown(start)),
        Markup.Of("td", "govuk-table__cell govuk-table__cell--numeric", Shown(end)),
        Markup.Of("td", "govuk-table__cell", Change(start, end)),
        Markup.Of("td", "govuk-table__cell tg-asset__draw", Picture(start, end)));

    private TagBuilder Change(int? start, int? end) =>
        (end - start) is not { } change ? Markup.Of("span", "tg-quiet", words["not both scored"])
        : change < 0 ? Markup.Of("span", "tg-asset__better", words["better by {0}", -change])
        : change > 0 ? Markup.Of("span", "tg-asset__worse", words["worse by {0}", change])
        : Markup.Of("span", null, words["the same"]);

    private static TagBuilder Picture(int? start, int? end)
    {
        var svg = Markup.Of("svg", "tg-asset__svg").With("aria-hidden", "true").With("focusable", "false");
        svg.Holding(
            Markup.Several(Enumerable.Range(0, Most + 1).Select(n => Line("tg-asset__tick", X(n), X(n), "4", "20"))),
            start is { } from && end is { } to && from != to ? Line($"tg-asset__way tg-asset__way--{(to < from ? "better" : "worse")}", X(from), X(to), "12", "12") : null,
            end is { } last ? Markup.Of("circle", "tg-asset__end").With("cx", X(last)).With("cy", "12").With("r", "6") : null,
            start is { } first ? Markup.Of("circle", "tg-asset__start").AndClass(first == end ? "tg-asset__start--around" : null).With("cx", X(first)).With("cy", "12").With("r", first == end ? "9" : "7") : null);
        return svg;
    }

    private static TagBuilder Line(string css, string from, string to, string top, string bottom) =>
        Markup.Of("line", css).With("x1", from).With("x2", to).With("y1", top).With("y2", bottom);

    private static string X(int score) => string.Create(CultureInfo.InvariantCulture, $"{6 + (score * 22)}%");

    private static string Shown(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
