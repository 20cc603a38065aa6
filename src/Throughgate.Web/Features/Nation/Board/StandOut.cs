using Throughgate.Domain.Figures;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Nation.Board;

/// <summary>One scheme on the funnel plot.</summary>
/// <param name="Number">Which mark it is in the picture; null for one that does not stand out.</param>
public sealed record SchemeBeside(string Scheme, string Name, Shown Figure, Stands Stands, int? Number)
{
    public double Share => Figure.Share!.Value;

    public int Told => Figure.Told!.Value;
}

/// <summary>
/// Which schemes stand out in one figure of one year, and which cannot be shown (INF-6): made of what each scheme is published with and of nothing else,
/// the middle line too, so that it gives nothing away.
/// </summary>
public sealed class StandOut
{
    private const int Points = 160;

    /// <param name="rows">Every scheme with the figure as it may be shown.</param>
    public StandOut(Measure measure, IReadOnlyList<(string Scheme, Shown Figure)> rows)
    {
        Measure = measure;
        var shown = rows.Where(r => r.Figure.Share is not null).ToList();
        // Shares of different wholes are not compared: where one scheme's is of everybody, all are.
        var coarse = shown.Find(r => r.Figure.As == ShownAs.MetAndRest).Figure;
        IsOfEverybody = coarse is not null;
        shown = [.. shown.Select(r => (r.Scheme, coarse is null ? r.Figure : r.Figure.AsCoarseAs(coarse)))];
        var (met, told) = (shown.Sum(s => s.Figure.Met!.Value), shown.Sum(s => s.Figure.Told!.Value));
        Share = told == 0 ? 0 : (double)met / told;
        var beside = shown
            .Select(r => new SchemeBeside(r.Scheme, NameOf(r.Scheme), r.Figure, FunnelPlot.Of(r.Figure.Met!.Value, r.Figure.Told!.Value, Share), null))
            .OrderByDescending(s => Math.Abs(Out(s.Stands)))
            .ThenBy(s => s.Share)
            .ThenBy(s => s.Name, StringComparer.Ordinal)
            .ToList();
        Schemes = [.. beside.Select((s, i) => s.Stands == Stands.Within ? s : s with { Number = i + 1 })];
        Hidden = NamesOf(rows, ShownAs.Hidden);
        NotRecorded = NamesOf(rows, ShownAs.NotRecorded);
    }

    public Measure Measure { get; }

    /// <summary>Of all schemes shown together.</summary>
    public double Share { get; }

    /// <summary>Who did not, and of whom it cannot be told, are counted together.</summary>
    public bool IsOfEverybody { get; }

    /// <summary>Those that stand out first, and of those the farthest.</summary>
    public IReadOnlyList<SchemeBeside> Schemes { get; }

    public IReadOnlyList<string> Hidden { get; }

    public IReadOnlyList<string> NotRecorded { get; }

    public IEnumerable<SchemeBeside> Outside => Schemes.Where(s => s.Number is not null);

    /// <summary>There are enough to be beside each other.</summary>
    public bool IsPicture => Schemes.Count >= FunnelPlot.FewestBeside;

    /// <summary>How many stand outside the inner lines by chance alone, about.</summary>
    public int ByChance => (int)Math.Round(Schemes.Count * FunnelPlot.Inner, MidpointRounding.AwayFromZero);

    public IReadOnlyList<FunnelMark> Marks => [.. Schemes.Select(s => new FunnelMark(s.Number, s.Told, s.Share, Out(s.Stands)))];

    /// <summary>None where all meet it or nobody: then chance has no say.</summary>
    public IReadOnlyList<FunnelLine> Lines
    {
        get
        {
            if (Share is <= 0 or >= 1)
            {
                return [];
            }

            var most = Math.Max(10, Schemes.Max(s => s.Told));
            return [.. Enumerable.Range(1, most).Where(n => n <= 20 || n == most || n % Math.Max(1, most / Points) == 0).Select(At)];
        }
    }

    private FunnelLine At(int told)
    {
        var (inner, outer) = (FunnelPlot.Line(told, Share, FunnelPlot.Inner), FunnelPlot.Line(told, Share, FunnelPlot.Outer));
        return new(told, inner.Low, inner.High, outer.Low, outer.High);
    }

    private static int Out(Stands stands) => (int)stands - (int)Stands.Within;

    private static string NameOf(string scheme) => Reference.Instance.Schemes[scheme].Name;

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<(string Scheme, Shown Figure)> rows, ShownAs shown) =>
        [.. rows.Where(r => r.Figure.As == shown).Select(r => NameOf(r.Scheme)).Order(StringComparer.Ordinal)];
}
