namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Everything that one reader who may not open people is shown of one scheme, or of several together and each, over whole financial years (INF-6). A
/// year stands alone: no shorter period is shown beside it, from which it could be taken apart. Of a scheme among several the same is shown as its own
/// board sees.
/// </summary>
public sealed class SafeView
{
    private readonly FiguresOfPeople _figures;
    private readonly SumOfSchemes? _sum;
    private readonly Dictionary<(string Measure, int Period), Shown> _shown = [];
    private readonly Dictionary<string, SafeFigures>[] _ofSchemes;
    private readonly Dictionary<(string Measure, Breakdown By), IReadOnlyList<(string Row, Shown Figure)>> _rows = [];

    /// <param name="sums">Where schemes are counted by themselves, every sum of them that somebody is shown, in the order in which they are weighed; the last is
    /// shown here. Everybody where none is named.</param>
    public SafeView(FiguresOfPeople figures, IReadOnlyList<SumOfSchemes>? sums = null)
    {
        _figures = figures;
        sums = figures.SchemeOf is null ? [] : sums ?? [SumOfSchemes.Everybody];
        _sum = sums.Count == 0 ? null : sums[^1];
        var periods = Enumerable.Range(0, figures.Asked.Periods.Count).ToList();
        _ofSchemes = [.. periods.Select(p => figures.Schemes.ToDictionary(s => s, s => SafeFigures.Of(figures.Measures.Where(m => figures.Has(s, m)).Select(m => figures.OfScheme(s, m, p))), StringComparer.Ordinal))];
        foreach (var period in periods)
        {
            if (sums.Count > 0)
            {
                Sums(period, sums);
            }
            else
            {
                One(period);
            }
        }

        figures.Forget();
    }

    public IReadOnlyList<Measure> Measures => _figures.Measures;

    public Asked Asked => _figures.Asked;

    public IReadOnlyList<Breakdown> Breakdowns => _figures.Breakdowns;

    /// <summary>Each of several; none where there is one.</summary>
    public IEnumerable<string> Schemes => _figures.Schemes.Where(s => s.Length > 0 && _sum?.Has(s) == true);

    public Shown Of(Measure measure, int period) => _shown[(measure.Code, period)];

    /// <summary>One of several schemes, in the first period.</summary>
    public Shown OfScheme(string scheme, Measure measure, int period = 0) => Shown.Safe(_figures.OfScheme(scheme, measure, period), _ofSchemes[period][scheme].Of(measure));

    /// <summary>The rows of a breakdown in the first period; none where they may not be shown.</summary>
    public IReadOnlyList<(string Row, Shown Figure)> By(Measure measure, Breakdown breakdown) => _rows.GetValueOrDefault((measure.Code, breakdown)) ?? [];

    private void One(int period)
    {
        var levels = _ofSchemes[period].GetValueOrDefault("");
        foreach (var measure in _figures.Measures)
        {
            _shown[(measure.Code, period)] = Shown.Safe(_figures.Of(measure, period), levels?.Of(measure) ?? ShownAs.Nothing);
        }

        var shown = period == 0 && levels is not null ? RowsShownOf("", levels) : [];
        foreach (var (measure, breakdown) in shown)
        {
            Show(measure, breakdown, _figures.RowsOf(measure, breakdown));
        }
    }

    private void Sums(int period, IReadOnlyList<SumOfSchemes> sums)
    {
        IReadOnlyList<string> schemes = [.. _figures.Schemes];
        var levelsOf = _ofSchemes[period];
        var safe = new SafeSums(_figures.Measures, schemes, sums, m => new BySchemes(schemes.Count, schemes.Select((s, i) => (i, _figures.OfScheme(s, m, period), levelsOf[s].Of(m)))));
        if (period == 0)
        {
            AddRows(safe, schemes, levelsOf);
        }

        foreach (var sum in sums)
        {
            var levels = safe.Of(sum);
            foreach (var measure in ReferenceEquals(sum, _sum) ? _figures.Measures : [])
            {
                _shown[(measure.Code, period)] = Shown.Safe(_figures.Of(measure, period, sum.Has), levels[measure]);
            }

            foreach (var (measure, breakdown) in period == 0 ? Askable(levels) : [])
            {
                if (safe.MayShow(measure, breakdown, sum) && ReferenceEquals(sum, _sum))
                {
                    Show(measure, breakdown, _figures.RowsOf(measure, breakdown, sum.Has));
                }
            }
        }
    }

    /// <summary>A breakdown of what is itself hidden would add up to it.</summary>
    private IEnumerable<(Measure Measure, Breakdown By)> Askable(IReadOnlyDictionary<Measure, ShownAs> levels) =>
        from measure in _figures.Measures
        where measure.Shape == Shape.Share && levels[measure] >= ShownAs.MetAndRest
        from breakdown in _figures.Breakdowns
        select (measure, breakdown);

    private HashSet<(Measure Measure, Breakdown By)> RowsShownOf(string scheme, SafeFigures levels)
    {
        var rows = new SafeRows();
        return [.. Askable(_figures.Measures.ToDictionary(m => m, levels.Of)).Where(a => rows.MayShow(a.By, _figures.RowsOfScheme(scheme, a.Measure, a.By)))];
    }

    /// <summary>What each scheme's own board is shown of its breakdowns.</summary>
    private void AddRows(SafeSums safe, IReadOnlyList<string> schemes, Dictionary<string, SafeFigures> levels)
    {
        var shown = schemes.Select(s => RowsShownOf(s, levels[s])).ToList();
        foreach (var measure in _figures.Measures.Where(m => m.Shape == Shape.Share))
        {
            foreach (var breakdown in _figures.Breakdowns)
            {
                var rows = schemes.SelectMany((s, i) => _figures.RowsOfScheme(s, measure, breakdown).Select(r => (r.Row, Of: (i, r.Tally, shown[i].Contains((measure, breakdown)) ? ShownAs.MetAndRest : ShownAs.Hidden))));
                safe.Add(measure, breakdown, [.. rows.GroupBy(r => r.Row, StringComparer.Ordinal).Select(r => (r.Key, new BySchemes(schemes.Count, r.Select(t => t.Of))))]);
            }
        }
    }

    private void Show(Measure measure, Breakdown breakdown, IReadOnlyList<(string Row, Tally Tally)> rows) =>
        _rows[(measure.Code, breakdown)] = [.. rows.Select(r => (r.Row, Shown.Safe(r.Tally, ShownAs.MetAndRest)))];
}
