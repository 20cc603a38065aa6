using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Sums of several schemes over one period, beside what is shown of each scheme alone and beside one another (INF-6). A scheme's figure is as its own board
/// sees it, whatever the sums; a sum of which every scheme is shown says nothing more than they do; and where some are hidden, it is shown only as long as
/// what remains, when those shown and other sums are taken from it, is of several schemes and of nobody few, and lies in what remains of no other figure
/// with few between the two. Sums are asked for in their order, each once: an earlier is never hidden for a later.
/// </summary>
[Rule("INF-6")]
internal sealed class SafeSums
{
    private readonly IReadOnlyList<Measure> _measures;
    private readonly Dictionary<Measure, BySchemes> _figures = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Measure, Breakdown), IReadOnlyList<(string Row, BySchemes Of)>> _breakdowns = [];
    private readonly Dictionary<(Breakdown By, string Row), (List<BySchemes> Beside, Lazy<Audit> Audit)> _rows = [];
    private readonly Dictionary<string, SchemeSet> _sums;
    private readonly Audit _audit;

    /// <param name="schemes">Their codes; each goes by its number from here on.</param>
    public SafeSums(IReadOnlyList<Measure> measures, IReadOnlyList<string> schemes, IEnumerable<SumOfSchemes> sums, Func<Measure, BySchemes> of)
    {
        _measures = measures;
        _sums = sums.ToDictionary(s => s.Code, s => SchemeSet.Of(Enumerable.Range(0, schemes.Count).Where(i => s.Has(schemes[i]))), StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            _figures[measure] = of(measure);
        }

        _audit = new(_figures.Values, Together([.. _sums.Values]));
    }

    /// <summary>Rows are held against rows of the same name.</summary>
    public void Add(Measure measure, Breakdown by, IReadOnlyList<(string Row, BySchemes Of)> rows)
    {
        _breakdowns[(measure, by)] = rows;
        foreach (var (row, figure) in rows)
        {
            if (!_rows.TryGetValue((by, row), out var same))
            {
                var beside = new List<BySchemes>();
                _rows[(by, row)] = same = (beside, new(() => new Audit(beside, [])));
            }

            same.Beside.Add(figure);
        }
    }

    /// <summary>How much of each figure of the sum may be shown.</summary>
    public IReadOnlyDictionary<Measure, ShownAs> Of(SumOfSchemes sum)
    {
        var levels = new Dictionary<Measure, ShownAs>(ReferenceEqualityComparer.Instance);
        foreach (var measure in _measures.OrderBy(m => m.IsSumOfOthers))
        {
            // The sum over all rules says no more than each of them.
            var most = measure.IsSumOfOthers ? levels.Where(l => l.Key.Theme == measure.Theme && l.Value is not ShownAs.Nothing).Select(l => l.Value).Append(ShownAs.Parts).Min() : ShownAs.Parts;
            levels[measure] = LevelOf(measure, sum, most);
        }

        return levels;
    }

    /// <summary>Whether the breakdown of the sum may be shown: all rows or none. Of a figure that is itself hidden none is asked for.</summary>
    public bool MayShow(Measure measure, Breakdown by, SumOfSchemes sum)
    {
        // Asked of every row first, for what the audit has weighed of one row it keeps, though another is refused.
        if (_breakdowns[(measure, by)].Any(r => r.Of.Hidden.And(_sums[sum.Code]) is { IsEmpty: false } hidden && !r.Of.Known.With(hidden).AreSafe(r.Of, noneIsFew: false)))
        {
            return false;
        }

        var before = _breakdowns[(measure, by)].Select(r => r.Of.Known).ToList();
        foreach (var (row, figure) in _breakdowns[(measure, by)])
        {
            if (!MayShow(figure, _sums[sum.Code], noneIsFew: false, _rows[(by, row)].Beside, _rows[(by, row)].Audit.Value))
            {
                foreach (var (other, known) in _breakdowns[(measure, by)].Zip(before))
                {
                    other.Of.Known = known;
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>Each sum, and what one leaves of another or has in common with it.</summary>
    private static HashSet<SchemeSet> Together(IReadOnlyList<SchemeSet> sums) =>
        [.. sums, .. from one in sums from other in sums from some in new[] { one.Without(other), one.And(other) } where !some.IsEmpty select some];

    /// <param name="most">As much as is shown of every rule of which this is the sum; where that is nothing, no more is asked.</param>
    private ShownAs LevelOf(Measure measure, SumOfSchemes sum, ShownAs most)
    {
        var figure = _figures[measure];
        var some = figure.Schemes.And(_sums[sum.Code]);
        return some.IsEmpty ? ShownAs.Nothing
            : !some.Meets(figure.Hidden) ? figure.LeastOf(some)
            : most >= ShownAs.MetAndRest && measure.Shape == Shape.Share && MayShow(figure, _sums[sum.Code], noneIsFew: true, _figures.Values, _audit) ? ShownAs.MetAndRest
            : ShownAs.Hidden;
    }

    private static bool MayShow(BySchemes figure, SchemeSet sum, bool noneIsFew, IEnumerable<BySchemes> beside, Audit audit)
    {
        var hidden = figure.Hidden.And(sum);
        if (hidden.IsEmpty || figure.Known.Has(hidden))
        {
            return true;
        }

        var before = figure.Known;
        figure.Known = before.With(hidden);
        if (figure.Known.AreSafe(figure, noneIsFew) && !figure.Known.Parts.Any(part => beside.Any(other => !ReferenceEquals(other, figure) && GivesAway.By(part, figure, other))) && audit.MayKnow(figure, hidden))
        {
            return true;
        }

        figure.Known = before;
        return false;
    }
}
