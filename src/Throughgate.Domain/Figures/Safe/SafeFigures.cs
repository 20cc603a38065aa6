using Throughgate.Domain.Returns.Counts;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// INF-6 for figures of performance: how much of each may be shown to somebody who may not open the people. Counts of 1 to 4 people are hidden; so is
/// what a subtraction would give: of two numbers shown, one counting some of those whom the other counts, the difference counts nobody or at least 5.
/// Measures are weighed in the order of the register, so that the first questions of the page are the last to be hidden.
/// </summary>
[Rule("INF-6")]
public sealed class SafeFigures
{
    private readonly Dictionary<Measure, ShownAs> _levels = new(ReferenceEqualityComparer.Instance);
    private readonly List<Those> _published = [];

    private SafeFigures() { }

    /// <summary>How much of each figure of one period may be shown. The tallies keep their events.</summary>
    public static SafeFigures Of(IEnumerable<Tally> tallies)
    {
        var safe = new SafeFigures();
        // The sum over all rules comes after the rules: what is hidden of one must not be had by taking the others from it.
        foreach (var tally in tallies.OrderBy(t => t.Measure.IsSumOfOthers))
        {
            safe._levels[tally.Measure] = safe.Weigh(tally);
        }

        safe._published.Clear();
        return safe;
    }

    public ShownAs Of(Measure measure) => _levels.GetValueOrDefault(measure, ShownAs.Hidden);

    private ShownAs Weigh(Tally tally)
    {
        // Taken with the others, the sum over all rules would give what is hidden of one.
        var most = tally.Measure.IsSumOfOthers ? _levels.Where(l => l.Key.Theme == tally.Measure.Theme && l.Value is not ShownAs.Nothing).Select(l => l.Value).Append(ShownAs.Parts).Min() : ShownAs.Parts;
        foreach (var level in new[] { ShownAs.Parts, ShownAs.Answers, ShownAs.MetAndRest }.Where(l => l <= most))
        {
            // A spread has no answer to fall back upon, and an amount no number but the middle one.
            if (level == ShownAs.Parts || tally.Measure.Shape == Shape.Share)
            {
                var cells = Cells.Of(tally, level).Select(c => new Those(c)).ToList();
                if (cells.TrueForAll(c => !c.IsSmall) && cells.TrueForAll(c => _published.TrueForAll(p => !p.GivesAway(c))))
                {
                    _published.AddRange(cells.Where(c => c.Count > 0));
                    return tally.Whole == 0 ? ShownAs.Nothing : level;
                }
            }
        }

        return ShownAs.Hidden;
    }
}
