using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>
/// Draws a <see cref="Journey"/>: as a line where there is room, as a list of the same marks on a small screen (one of the two is shown, to eyes and
/// ears alike). Every mark is a link with its words, its day and its state in its name.
/// </summary>
[HtmlTargetElement("tg-journey", TagStructure = TagStructure.WithoutEndTag)]
public sealed class JourneyTag(Words words) : Pattern
{
    private const double Top = 50;
    private const double LaneHeight = 40;

    /// <summary>How far down the line is: under the names of its parts and the lanes of words above it.</summary>
    private double _line;

    private readonly Days _days = new(words);

    public required Journey Journey { get; set; }

    /// <summary>What the picture is, in the reader's language.</summary>
    public required string Label { get; set; }

    protected override IHtmlContent? Draw(IHtmlContent? content, Bearer bearer)
    {
        if (Journey.Marks.Count == 0)
        {
            return null;
        }

        var layout = new JourneyLayout(Journey, m => Math.Max(m.What.Length, Shown(m.On).Length));
        var figure = Markup.Of("figure", "tg-journey",
            Markup.Of("figcaption", "govuk-visually-hidden", Label),
            Svg(layout),
            Markup.Of("ol", "tg-journey__list", layout.Marks.Select(m => ListItem(m.Mark))));
        return bearer.Give(figure);
    }

    private TagBuilder Svg(JourneyLayout layout)
    {
        _line = Top + 18 + (layout.Lanes(above: true) * LaneHeight);
        var bottom = _line + 30 + (layout.Lanes(above: false) * LaneHeight);
        var today = layout.X(Journey.Today);
        var svg = Markup.Of("svg", "tg-journey__line").With("viewBox", $"0 0 {N(JourneyLayout.Width)} {N(bottom)}")
            .With("role", "group").With("aria-label", Label).With("focusable", "false");
        svg.Holding(
            Bar("tg-journey__past", JourneyLayout.Left, today),
            Bar("tg-journey__future", today, layout.X(layout.Last)),
            Markup.Several(Journey.Stretches.Select(s => StretchName(layout, s))),
            Markup.Several(Journey.Ticks.Where(t => t >= layout.First && t <= layout.Last).Select(t => Tick(layout.X(t)))),
            Markup.Several(layout.Marks.Select(Leader)),
            Today(today),
            Markup.Several(layout.Marks.Select(Point)));
        return svg;
    }

    private TagBuilder Bar(string css, double from, double to) => Markup.Of("rect", css)
        .With("x", N(from)).With("y", N(_line - 3)).With("width", N(Math.Max(0, to - from))).With("height", "6").With("aria-hidden", "true");

    private TagBuilder Tick(double x) =>
        Markup.Of("path", "tg-journey__tick").With("d", $"M{N(x)} {N(_line - 10)}v20").With("aria-hidden", "true");

    private static TagBuilder StretchName(JourneyLayout layout, Stretch stretch)
    {
        var (from, to) = (layout.X(stretch.From), layout.X(stretch.To));
        var group = Markup.Of("g", "tg-journey__stretch", Markup.Of("path", null).With("d", $"M{N(from)} 26v-6H{N(to)}v6"));
        var fits = stretch.What.Length * 8 <= to - from;
        return fits ? group.Holding(Text((from + to) / 2, 14, null, stretch.What).With("text-anchor", "middle")) : group.With("aria-hidden", "true");
    }

    private TagBuilder Today(double x) => Markup.Of("g", "tg-journey__today",
        Markup.Of("path", null).With("d", $"M{N(x)} {N(Top - 6)}V{N(_line + 20)}"),
        Text(x, Top - 10, null, words["today"]).With("text-anchor", x > JourneyLayout.Width - 60 ? "end" : x < 60 ? "start" : "middle"));

    private TagBuilder Leader(PlacedMark placed) => Markup.Of("path", "tg-journey__leader")
        .With("d", placed.Above ? $"M{N(placed.X)} {N(_line - 9)}V{N(LabelTop(placed) + 20)}" : $"M{N(placed.X)} {N(_line + 9)}V{N(LabelTop(placed) - 13)}").With("aria-hidden", "true");

    private TagBuilder Point(PlacedMark placed)
    {
        var mark = placed.Mark;
        var point = Markup.Of(mark.Href is null ? "g" : "a", $"tg-journey__mark tg-journey__mark--{Css(mark.State)}",
            Markup.Of("rect", "tg-journey__press").With("x", N(placed.X - 14)).With("y", N(_line - 14)).With("width", "28").With("height", "28"),
            Outline(mark.Shape, placed.X),
            mark.State == MarkState.Missed ? Markup.Of("path", "tg-journey__cross").With("d", $"M{N(placed.X - 9)} {N(_line - 9)}l18 18m0 -18l-18 18") : null,
            Text(placed.LabelX, LabelTop(placed), "tg-journey__what", mark.What),
            " ",
            Text(placed.LabelX, LabelTop(placed) + 17, "tg-journey__on", Shown(mark.On)));
        return point.With("href", mark.Href).With(mark.Href is null ? "data-what" : "aria-label", Said(mark));
    }

    private TagBuilder Outline(MarkShape shape, double x) => shape switch
    {
        MarkShape.Gate => Shape($"M{N(x)} {N(_line - 12)}l12 12l-12 12l-12 -12z"),
        MarkShape.End => Shape($"M{N(x - 8)} {N(_line - 8)}h16v16h-16z"),
        MarkShape.Last => Shape($"M{N(x - 8)} {N(_line - 10)}l18 10l-18 10z"),
        _ => Markup.Of("circle", "tg-journey__shape").With("cx", N(x)).With("cy", N(_line)).With("r", "8"),
    };

    private TagBuilder ListItem(Mark mark)
    {
        var what = mark.Href is null ? Markup.Of("span", null, mark.What) : Markup.Link(mark.Href, mark.What);
        return Markup.Of("li", $"tg-journey__item tg-journey__item--{Css(mark.State)}",
            what, Markup.Of("span", "tg-journey__when", _days.With(mark.On, Journey.Today)), mark.Note is null ? null : Markup.Of("span", "tg-journey__note", mark.Note));
    }

    private string Said(Mark mark)
    {
        var state = mark.Note ?? mark.State switch
        {
            MarkState.Late => words["late"].ToString(),
            MarkState.Overdue => words["overdue"].ToString(),
            MarkState.Missed => words["Missed"].ToString(),
            _ => null,
        };
        return $"{mark.What} {_days.Plain(mark.On)}, {_days.Relative(mark.On, Journey.Today)}{(state is null ? string.Empty : $", {state}")}";
    }

    /// <summary>The year is left out where it is the one looked at.</summary>
    private string Shown(DateOnly day) => day.Year == Journey.Today.Year ? _days.Brief(day) : _days.Plain(day);

    private double LabelTop(PlacedMark placed) => placed.Above ? _line - 38 - (placed.Lane * LaneHeight) : _line + 38 + (placed.Lane * LaneHeight);

    private static string Css(MarkState state) => state.ToString().ToLowerInvariant();

    private static TagBuilder Shape(string path) => Markup.Of("path", "tg-journey__shape").With("d", path);

    private static TagBuilder Text(double x, double y, string? css, string text) => Markup.Of("text", css, text).With("x", N(x)).With("y", N(y));

    private static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
