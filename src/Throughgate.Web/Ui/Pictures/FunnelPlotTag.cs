using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Ui.Pictures;

/// <summary>One mark of a funnel plot: how many people, which share of them, and whether it stands out: −2 far below, −1, 0, 1, 2 far above.</summary>
/// <param name="Number">Written beside the mark, and in the table; null for who does not stand out.</param>
public sealed record FunnelMark(int? Number, int Told, double Share, int Out);

/// <summary>The control limits where so many people are, in shares.</summary>
public sealed record FunnelLine(int Told, double InnerLow, double InnerHigh, double OuterLow, double OuterHigh);

/// <summary>
/// <c>&lt;tg-funnel-plot marks="…" lines="…" share="…" label="…" desc="…" across="…" /&gt;</c>: shares against numbers of people, with the limits of chance. Who stands
/// out is a triangle that points where it stands, filled beyond the outer limits, and has a number; the page draws the table behind it.
/// </summary>
[HtmlTargetElement("tg-funnel-plot", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FunnelPlotTag(Words words) : Pattern
{
    private const double Width = 760;
    private const double Left = 52;
    private const double Right = 66;
    private const double Top = 16;
    private const double Height = 340;

    /// <summary>Two texts nearer than this stand on each other.</summary>
    private const double Apart = 24;
    private static readonly int[] Grids = [0, 20, 40, 60, 80, 100];
    private static int _ids;

    public required IReadOnlyList<FunnelMark> Marks { get; set; }

    public required IReadOnlyList<FunnelLine> Lines { get; set; }

    /// <summary>Of all together, 0 to 1.</summary>
    public required double Share { get; set; }

    public required string Label { get; set; }

    /// <summary>What the picture shows, for those who listen.</summary>
    public required string Desc { get; set; }

    /// <summary>Under the picture: what lies from left to right.</summary>
    public required string Across { get; set; }

    protected override IHtmlContent Draw(IHtmlContent? content, Bearer bearer)
    {
        var id = $"funnel-{Interlocked.Increment(ref _ids)}";
        var svg = Markup.Of("svg", "tg-funnel__svg").With("viewBox", $"0 0 {N(Width)} {N(Top + Height + 56)}").With("role", "img").With("aria-labelledby", $"{id}-title {id}-desc").With("focusable", "false");
        svg.Holding(
            Markup.Of("title", null, Label).With("id", $"{id}-title"),
            Markup.Of("desc", null, Desc).With("id", $"{id}-desc"),
            Markup.Several(Grids.Select(Grid)),
            Markup.Several(Steps().Select(Step)),
            Line("tg-funnel__outer", l => l.OuterLow),
            Line("tg-funnel__outer", l => l.OuterHigh),
            Line("tg-funnel__inner", l => l.InnerLow),
            Line("tg-funnel__inner", l => l.InnerHigh),
            Markup.Of("line", "tg-funnel__middle").With("x1", N(Left)).With("x2", N(Width - Right)).With("y1", N(Y(Share))).With("y2", N(Y(Share))),
            Markup.Several(Ends()),
            Markup.Several(Marks.OrderBy(m => Math.Abs(m.Out)).Select(Mark)),
            Text(Across, "tg-funnel__across", Left + ((Width - Left - Right) / 2), Top + Height + 48));
        return bearer.Give(Markup.Of("div", "tg-funnel", svg));
    }

    private int Most => Math.Max(10, Marks.Count == 0 ? 0 : Marks.Max(m => m.Told));

    private static TagBuilder Grid(int percent) => Markup.Of("g", null,
        Markup.Of("line", "tg-funnel__grid").With("x1", N(Left)).With("x2", N(Width - Right)).With("y1", N(Y(percent / 100.0))).With("y2", N(Y(percent / 100.0))),
        Text($"{percent}%", "tg-funnel__scale", Left - 8, Y(percent / 100.0) + 5));

    private TagBuilder Step(int told) => Markup.Of("g", null,
        Markup.Of("line", "tg-funnel__grid").With("x1", N(X(told))).With("x2", N(X(told))).With("y1", N(Top + Height)).With("y2", N(Top + Height + 6)),
        Text(told.ToString("N0", words.Culture), "tg-funnel__step", X(told), Top + Height + 24));

    /// <summary>Four to ten round numbers.</summary>
    private IEnumerable<int> Steps()
    {
        var step = 1;
        for (var next = 0; Most / step > 8; next++)
        {
            step = next % 3 == 1 ? step / 2 * 5 : step * 2;
        }

        for (var told = 0; told <= Most; told += step)
        {
            yield return told;
        }
    }

    private TagBuilder Line(string css, Func<FunnelLine, double> at) =>
        Markup.Of("polyline", css).With("points", string.Join(' ', Lines.Select(l => $"{N(X(l.Told))},{N(Y(at(l)))}"))).With("fill", "none");

    /// <summary>What each line is, at its end; left out where it would stand on another.</summary>
    private IEnumerable<TagBuilder> Ends()
    {
        var written = new List<double>();
        (string Said, double At)[] all = [(words["all {0}", Percent(Share)], Share), .. Lines.Count == 0 ? Array.Empty<(string, double)>() : [("95%", Lines[^1].InnerLow), ("95%", Lines[^1].InnerHigh), ("99.8%", Lines[^1].OuterLow), ("99.8%", Lines[^1].OuterHigh)]];
        foreach (var (said, at) in all)
        {
            if (written.TrueForAll(y => Math.Abs(y - Y(at)) >= Apart))
            {
                written.Add(Y(at));
                yield return Text(said, "tg-funnel__end", Width - Right + 6, Y(at) + 5);
            }
        }
    }

    private TagBuilder Mark(FunnelMark mark)
    {
        var (x, y) = (X(mark.Told), Y(mark.Share));
        var far = Math.Abs(mark.Out) > 1 ? "tg-funnel__mark tg-funnel__mark--far" : "tg-funnel__mark";
        var drawn = mark.Out == 0
            ? Markup.Of("circle", "tg-funnel__mark").With("cx", N(x)).With("cy", N(y)).With("r", "4")
            : Markup.Of("polygon", far).With("points", Triangle(x, y, mark.Out > 0 ? -1 : 1));
        return Markup.Of("g", null, drawn, mark.Number is { } number ? Text(number.ToString(words.Culture), "tg-funnel__number", x + 10, y + 6) : null);
    }

    private static string Triangle(double x, double y, int down) => $"{N(x - 7)},{N(y - (6 * down))} {N(x + 7)},{N(y - (6 * down))} {N(x)},{N(y + (7 * down))}";

    private static TagBuilder Text(string text, string css, double x, double y) => Markup.Of("text", css, text).With("x", N(x)).With("y", N(y));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0}%");

    private double X(int told) => Left + ((Width - Left - Right) * told / (Most * 1.06));

    private static double Y(double share) => Top + (Height * (1 - share));

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
