using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>One point of a trend.</summary>
/// <param name="When">Short, under the picture: "Apr–Jun 10".</param>
/// <param name="Share">0 to 1; null where there is nothing to draw.</param>
/// <param name="Said">In full, in the table: "60% (31 of 52)".</param>
/// <param name="Told">Of how many it is said; null where that is not shown.</param>
public sealed record TrendPoint(string When, double? Share, string Said, int? Told = null)
{
    /// <summary>Fewer than this and a share says little: the point is hollow.</summary>
    public const int Few = 10;

    public bool IsOfFew => Told < Few;
}

/// <summary>
/// <c>&lt;tg-trend points="Model.Points" label="…" /&gt;</c>: shares over time as a line from 0 to 100%, with the table behind it to open. A gap is a gap. Each
/// point carries its number and of how many it is said (a hollow one is of few), so that nothing hangs on colour; who listens hears the label and the table.
/// </summary>
[HtmlTargetElement("tg-trend", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TrendTag(Words words) : Pattern
{
    private const double Width = 760;
    private const double Left = 44;
    private const double Top = 24;
    private const double Height = 110;
    private static readonly int[] Grids = [0, 50, 100];
    private static int _ids;

    public required IReadOnlyList<TrendPoint> Points { get; set; }

    /// <summary>What the line shows: the measure, and over what.</summary>
    public required string Label { get; set; }

    /// <summary>Head of the table's first column.</summary>
    public string? Of { get; set; }

    protected override IHtmlContent? Draw(IHtmlContent? content, Bearer bearer) =>
        Points.Count == 0
            ? null
            : bearer.Give(Markup.Of("div", "tg-trend",
                Points.Any(p => p.Share is not null) ? Svg() : null,
                Points.Any(p => p.Share is not null) && Points.Any(p => p.Share is null) ? Markup.Of("p", "govuk-body-s tg-trend__dash", words["A dash (–) stands where nothing can be shown: too few young people, or nothing recorded. “The numbers” says which."]) : null,
                Markup.Of("details", "govuk-details",
                    Markup.Of("summary", "govuk-details__summary", Markup.Of("span", "govuk-details__summary-text", words["The numbers"], Markup.Hidden($": {Label}"))),
                    Markup.Of("div", "govuk-details__text", Table()))));

    private TagBuilder Svg()
    {
        var id = $"trend-{Interlocked.Increment(ref _ids)}";
        var svg = Markup.Of("svg", "tg-trend__svg").With("viewBox", $"0 0 {N(Width)} {N(Top + Height + 52)}").With("role", "img").With("aria-labelledby", $"{id}-title {id}-desc").With("focusable", "false");
        return svg.Holding(
            Markup.Of("title", null, Label).With("id", $"{id}-title"),
            Markup.Of("desc", null, string.Join("; ", Points.Select(p => $"{p.When} {p.Said}"))).With("id", $"{id}-desc"),
            Markup.Several(Grids.Select(Grid)),
            Markup.Several(Points.Zip(Points.Skip(1)).Select((pair, i) => Stretch(pair.First, pair.Second, i))),
            Markup.Several(Points.Select(Point)));
    }

    private TagBuilder Grid(int percent) => Markup.Of("g", null,
        Markup.Of("line", "tg-trend__grid").With("x1", N(Left)).With("x2", N(Width)).With("y1", N(Y(percent / 100.0))).With("y2", N(Y(percent / 100.0))),
        Text($"{percent}%", "tg-trend__scale", Left - 6, Y(percent / 100.0) + 5));

    private TagBuilder? Stretch(TrendPoint one, TrendPoint next, int at) =>
        one.Share is { } from && next.Share is { } to
            ? Markup.Of("line", "tg-trend__line").With("x1", N(X(at))).With("x2", N(X(at + 1))).With("y1", N(Y(from))).With("y2", N(Y(to)))
            : null;

    private TagBuilder Point(TrendPoint point, int at) => Markup.Of("g", null,
        point.Share is { } share ? Markup.Of("circle", point.IsOfFew ? "tg-trend__dot tg-trend__dot--few" : "tg-trend__dot").With("cx", N(X(at))).With("cy", N(Y(share))).With("r", at == Points.Count - 1 ? "6" : "4") : null,
        point.Share is { } said ? Text($"{Math.Round(said * 100, MidpointRounding.AwayFromZero)}%", "tg-trend__number", X(at), Y(said) - 10) : Text("–", "tg-trend__number", X(at), Y(0) - 6),
        Text(point.When, (Points.Count - 1 - at) % 2 == 1 ? "tg-trend__when tg-trend__when--far" : "tg-trend__when", X(at), Top + Height + 24),
        point is { Share: not null, Told: { } told } ? Text(words["of {0}", told], (Points.Count - 1 - at) % 2 == 1 ? "tg-trend__when tg-trend__when--far" : "tg-trend__when", X(at), Top + Height + 44) : null);

    private TagBuilder Table() => Markup.Of("table", "govuk-table tg-trend__table",
        Markup.Of("caption", "govuk-table__caption govuk-visually-hidden", Label),
        Markup.Of("thead", "govuk-table__head", Markup.Of("tr", "govuk-table__row",
            Markup.Of("th", "govuk-table__header", Of ?? words["Quarter"]).With("scope", "col"),
            Markup.Of("th", "govuk-table__header govuk-table__header--numeric", words["Figure"]).With("scope", "col"))),
        Markup.Of("tbody", "govuk-table__body", Points.Select(p => Markup.Of("tr", "govuk-table__row",
            Markup.Of("th", "govuk-table__header", p.When).With("scope", "row"),
            Markup.Of("td", "govuk-table__cell govuk-table__cell--numeric", p.Said)))));

    private static TagBuilder Text(string text, string css, double x, double y) => Markup.Of("text", css, text).With("x", N(x)).With("y", N(y));

    private double X(int at) => Left + 36 + (Points.Count == 1 ? 0 : at * (Width - Left - 72) / (Points.Count - 1));

    private static double Y(double share) => Top + (Height * (1 - share));

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
