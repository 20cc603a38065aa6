namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Everything that one reader who may not open people is shown of one scheme, or of several together and each, over whole financial years (INF-6). A
/// year stands alone: no shorter period is shown beside it, from which it could be taken apart.
/// </summary>
public sealed class SafeView
{
    private readonly FiguresOfPeople _figures;
    private readonly Dictionary<(string Measure, int Period), ShownAs> _levels = [];
    private readonly Dictionary<string, SafeFigures>[] _ofSchemes;
    private readonly Dictionary<(string Measure, Breakdown By), bool> _rows = [];

    public SafeView(FiguresOfPeople figures)
    {
        _figures = figures;
        var periods = Enumerable.Range(0, figures.Asked.Periods.Count).ToList();
        _ofSchemes = [.. periods.Select(p => figures.Schemes.ToDictionary(s => s, s => SafeFigures.Of(figures.Measures.Select(m => figures.OfScheme(s, m, p))), StringComparer.Ordinal))];
        foreach (var period in periods)
        {
            var levels = SafeFigures.Of(figures.Measures.Select(m => figures.Of(m, period)));
            foreach (var measure in figures.Measures)
            {
                _levels[(measure.Code, period)] = LevelOf(levels.Of(measure), measure, period);
            }
        }

        var rows = new SafeRows();
        foreach (var measure in figures.Measures.Where(m => m.Shape == Shape.Share))
        {
            foreach (var breakdown in figures.Breakdowns)
            {
                // A breakdown of what is itself hidden would add up to it.
                _rows[(measure.Code, breakdown)] = _levels[(measure.Code, 0)] >= ShownAs.MetAndRest && rows.MayShow(breakdown, figures.RowsOf(measure, breakdown));
            }
        }

        figures.Forget();
    }

    public IReadOnlyList<Measure> Measures => _figures.Measures;

    public Asked Asked => _figures.Asked;

    public IReadOnlyList<Breakdown> Breakdowns => _figures.Breakdowns;

    /// <summary>Each of several; none where there is one.</summary>
    public IEnumerable<string> Schemes => _figures.Schemes;

    public Shown Of(Measure measure, int period) => Shown.Safe(_figures.Of(measure, period), _levels[(measure.Code, period)]);

    /// <summary>One of several schemes, in the first period.</summary>
    public Shown OfScheme(string scheme, Measure measure, int period = 0) => Shown.Safe(_figures.OfScheme(scheme, measure, period), _ofSchemes[period][scheme].Of(measure));

    /// <summary>The rows of a breakdown in the first period; none where they may not be shown.</summary>
    public IReadOnlyList<(string Row, Shown Figure)> By(Measure measure, Breakdown breakdown) =>
        _rows.GetValueOrDefault((measure.Code, breakdown))
            ? [.. _figures.RowsOf(measure, breakdown).Select(r => (r.Row, Shown.Safe(r.Tally, ShownAs.MetAndRest)))]
            : [];

    private ShownAs LevelOf(ShownAs level, Measure measure, int period) =>
        _ofSchemes[period].Count == 0
            ? level
            : SafeSum.Of(level, [.. _ofSchemes[period].Select(s => (_figures.OfScheme(s.Key, measure, period), s.Value.Of(measure)))]);
}
