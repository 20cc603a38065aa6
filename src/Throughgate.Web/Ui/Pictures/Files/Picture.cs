using System.Globalization;
using Throughgate.Web.Ui.Printing.Papers;

namespace Throughgate.Web.Ui.Pictures.Files;

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>One thing that is drawn; later ones lie over earlier ones.</summary>
public abstract record Mark;

public sealed record LineMark(double X1, double Y1, double X2, double Y2, string Colour, double Thick) : Mark;

public sealed record DotMark(double X, double Y, double Radius, string Colour) : Mark;

public sealed record BoxMark(double X, double Y, double Width, double Height, string Colour) : Mark;

/// <param name="Y">Of the line on which the letters stand.</param>
public sealed record WordMark(string Words, double X, double Y, double Size, Anchor Anchor = Anchor.Start, bool Bold = false, string Colour = Picture.Ink) : Mark;

/// <summary>
/// A picture that leaves the program by itself, as SVG or PNG: it says what it shows, of whom and when, carries its numbers, and hangs on no style sheet. Sizes in
/// points of the picture, from the upper left corner.
/// </summary>
/// <param name="Description">What it shows, number by number, for whoever listens.</param>
public sealed record Picture(string Title, string Description, double Height, IReadOnlyList<Mark> Marks)
{
    public const double Width = 800;
    public const string Ink = "#0b0c0c";
    public const string Quiet = "#484949";

    private const string Blue = "#24415e";
    private const string Pale = "#dbe3ea";
    private const string Grey = "#b1b4b6";
    private const double Margin = 24;

    /// <summary>Shares over time, 0 to 100%; a gap is a gap.</summary>
    public static Picture Trend(string title, string of, IReadOnlyList<TrendPoint> points)
    {
        const double left = 70, height = 200;
        var (marks, top) = Head(title, of);
        double X(int at) => left + 40 + (points.Count == 1 ? 0 : at * (Width - left - 100) / (points.Count - 1));
        double Y(double share) => top + 20 + (height * (1 - share));
        foreach (var percent in new[] { 0, 50, 100 })
        {
            marks.Add(new LineMark(left, Y(percent / 100.0), Width - Margin, Y(percent / 100.0), Grey, 1));
            marks.Add(new WordMark($"{percent}%", left - 8, Y(percent / 100.0) + 5, 14, Anchor.End, Colour: Quiet));
        }

        for (var i = 1; i < points.Count; i++)
        {
            if (points[i - 1].Share is { } from && points[i].Share is { } to)
            {
                marks.Add(new LineMark(X(i - 1), Y(from), X(i), Y(to), Blue, 3));
            }
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Share is { } share)
            {
                marks.Add(new DotMark(X(i), Y(share), i == points.Count - 1 ? 6 : 4, Blue));
                marks.Add(new WordMark($"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)}%", X(i), Y(share) - 12, 17, Anchor.Middle, Bold: true));
            }
            else
            {
                marks.Add(new WordMark("–", X(i), Y(0) - 8, 17, Anchor.Middle, Bold: true));
            }

            marks.Add(new WordMark(points[i].When, X(i), Y(0) + 26, 14, Anchor.Middle, Colour: Quiet));
        }

        return new(title, $"{of}. {string.Join("; ", points.Select(p => $"{p.When}: {p.Said}"))}", Y(0) + 50, marks);
    }

    /// <summary>Numbers as bars, the longest across.</summary>
    public static Picture OfBars(string title, string of, IReadOnlyList<Bar> bars)
    {
        const double left = 330, right = 110, row = 34;
        var (marks, top) = Head(title, of);
        var longest = Math.Max(1, bars.Count == 0 ? 1 : bars.Max(b => Math.Max(b.Number, b.OutOf ?? 0)));
        double Length(long number) => (Width - left - right) * Math.Max(0, number) / longest;
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], top + (i * row));
            marks.Add(new WordMark(Short(bar.What, left - Margin - 12), left - 12, y + 18, 15, Anchor.End));
            if (bar.OutOf is { } whole)
            {
                marks.Add(new BoxMark(left, y + 3, Length(whole), 20, Pale));
            }

            marks.Add(new BoxMark(left, y + 3, Length(bar.Number), 20, Blue));
            marks.Add(new WordMark(Said(bar), left + Length(bar.OutOf ?? bar.Number) + 10, y + 19, 16, Bold: true));
        }

        return new(title, $"{of}. {string.Join("; ", bars.Select(b => $"{b.What}: {Said(b)}"))}", top + (bars.Count * row) + Margin, marks);
    }

    private static (List<Mark> Marks, double Top) Head(string title, string of)
    {
        var (bold, plain) = (new Pen("T", Typeface.Bold), new Pen("P", Typeface.Regular));
        var (marks, y) = (new List<Mark>(), Margin);
        foreach (var line in bold.Lines(title, 22, Width - (2 * Margin)))
        {
            marks.Add(new WordMark(line, Margin, y += 22, 22, Bold: true));
            y += 6;
        }

        foreach (var line in plain.Lines(of, 15, Width - (2 * Margin)))
        {
            marks.Add(new WordMark(line, Margin, y += 16, 15, Colour: Quiet));
            y += 4;
        }

        return (marks, y + 18);
    }

    private static string Said(Bar bar) => bar.OutOf is { } whole ? string.Create(CultureInfo.InvariantCulture, $"{bar.Number} / {whole}") : bar.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What fits into that width, with dots where something was left out; the description has it whole.</summary>
    private static string Short(string words, double width)
    {
        var cut = words;
        while (cut.Length > 1 && Typeface.Regular.Width(cut == words ? cut : cut + "…", 15) > width)
        {
            cut = cut[..^1].TrimEnd();
        }

        return cut == words ? words : cut + "…";
    }
}
