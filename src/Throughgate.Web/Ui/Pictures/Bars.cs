using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>One bar: a number, what it counts, and where its people are (null: no link).</summary>
/// <param name="OutOf">The whole that the number is a part of, drawn behind it; null where it stands alone.</param>
public sealed record Bar(string What, long Number, string? Href = null, long? OutOf = null);

/// <summary>
/// <c>&lt;tg-bars bars="Model.Bars" caption="@T["Young people by pathway"]" unit="@T["Young people"]" /&gt;</c>: a table of numbers with a bar in each row;
/// who listens hears the table, who looks sees both.
/// </summary>
[HtmlTargetElement("tg-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTag(Words words) : Pattern
{
    public required IReadOnlyList<Bar> Bars { get; set; }

    public required string Caption { get; set; }

    /// <summary>What the numbers count: the head of their column.</summary>
    public required string Unit { get; set; }

    /// <summary>What a bar of full length stands for, where several pictures are compared; the longest of this one where none is given.</summary>
    public long? Measure { get; set; }

    /// <summary>Head of the first column; read out only.</summary>
    public string? Of { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var longest = Math.Max(Math.Max(1, Measure ?? 0), Bars.Count == 0 ? 1 : Bars.Max(b => Math.Max(b.Number, b.OutOf ?? 0)));
        var head = Markup.Of("tr", "govuk-table__row",
            Markup.Of("th", "govuk-table__header", Markup.Hidden(Of ?? words["What"])).With("scope", "col"),
            Markup.Of("th", "govuk-table__header govuk-table__header--numeric", Unit).With("scope", "col"),
            Markup.Of("td", "govuk-table__header"));
        return bearer.Give(Markup.Of("table", "govuk-table tg-bars",
            Markup.Of("caption", "govuk-table__caption govuk-table__caption--s", Caption),
            Markup.Of("thead", "govuk-table__head", head),
            Markup.Of("tbody", "govuk-table__body", Bars.Select(b => Row(b, longest)))));
    }

    private TagBuilder Row(Bar bar, long longest)
    {
        var number = bar.OutOf is { } whole ? words["{0} of {1}", bar.Number, whole].ToString() : bar.Number.ToString(words.Culture);
        return Markup.Of("tr", "govuk-table__row",
            Markup.Of("th", "govuk-table__header", bar.What).With("scope", "row"),
            Markup.Of("td", "govuk-table__cell govuk-table__cell--numeric", bar.Href is null || bar.Number == 0 ? number : Markup.Link(bar.Href, number)),
            Markup.Of("td", "govuk-table__cell tg-bars__cell", Picture(bar, longest)));
    }

    private static TagBuilder Picture(Bar bar, long longest) => Markup.Of("svg", "tg-bars__bar",
            bar.OutOf is { } whole ? Length("tg-bars__whole", whole, longest) : null, Length("tg-bars__part", bar.Number, longest))
        .With("width", "100%").With("height", "16").With("aria-hidden", "true").With("focusable", "false");

    private static TagBuilder Length(string css, long number, long longest) => Markup.Of("rect", css)
        .With("height", "16").With("width", string.Create(CultureInfo.InvariantCulture, $"{100.0 * Math.Max(0, number) / longest:0.##}%"));
}
