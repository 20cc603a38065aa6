using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// One figure, or one row of a breakdown, scheme by scheme: what of it is known of each scheme alone, and of which of the others together, because a sum of
/// them is shown.
/// </summary>
internal sealed class BySchemes
{
    private readonly Dictionary<string, (Tally Tally, ShownAs As)> _schemes;
    private readonly Dictionary<string, Event[][]> _cells = new(StringComparer.Ordinal);

    /// <param name="schemes">Each scheme with its tally and how much of it is shown. Those of whom nobody is counted may be missing.</param>
    public BySchemes(IEnumerable<(string Scheme, Tally Tally, ShownAs As)> schemes)
    {
        _schemes = schemes.Where(s => s.Tally.Whole > 0).ToDictionary(s => s.Scheme, s => (s.Tally, s.As), StringComparer.Ordinal);
        Hidden = _schemes.Where(s => s.Value.As < ShownAs.MetAndRest).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Of whom somebody is counted and nothing shown.</summary>
    public IReadOnlySet<string> Hidden { get; }

    /// <summary>Of which hidden schemes the numbers together are known.</summary>
    public Remainders Known { get; set; } = Remainders.None;

    public IEnumerable<string> Schemes => _schemes.Keys;

    public ShownAs LevelOf(string scheme) => _schemes.TryGetValue(scheme, out var one) ? one.As : ShownAs.Nothing;

    /// <summary>How many people of some schemes meet it, or do not, as far as is needed to know that they are not few.</summary>
    public int People(IEnumerable<string> schemes, bool met) =>
        new Those(schemes.Select(s => _schemes[s].Tally).SelectMany(t => Enumerable.Range(0, t.ByPart.Count).Where(i => t.Measure.Parts[i].Tells == Tells.Met == met).SelectMany(t.EventsOf))).Count;

    /// <summary>The schemes of which something is known, alone or in parts of sums, as far as they concern these.</summary>
    public IEnumerable<IReadOnlyCollection<string>> Units(IReadOnlySet<string> schemes) =>
        schemes.Where(s => _schemes.ContainsKey(s) && !Hidden.Contains(s)).Select(s => (IReadOnlyCollection<string>)[s]).Concat(Known.Parts.Where(p => p.Any(schemes.Contains)));

    /// <summary>The fewest schemes that hold these and of which the figure is known together; null where it is not.</summary>
    public IReadOnlySet<string>? Cover(IReadOnlySet<string> schemes)
    {
        var cover = schemes.ToHashSet(StringComparer.Ordinal);
        foreach (var scheme in schemes.Where(Hidden.Contains))
        {
            var parts = Known.Parts.Where(p => p.Contains(scheme)).ToList();
            if (parts.Count == 0)
            {
                return null;
            }

            parts.ForEach(cover.UnionWith);
        }

        return cover.Count == schemes.Count ? cover : Cover(cover);
    }

    /// <summary>What each number counts that is known of the schemes together: the whole, who meets it, the rest; and where all show them, answers and parts.</summary>
    public Event[][] CellsOf(string scheme) => _schemes.TryGetValue(scheme, out var one) ? CellsOf(scheme, one.Tally, Hidden.Contains(scheme) ? ShownAs.MetAndRest : one.As) : [];

    private Event[][] CellsOf(string scheme, Tally tally, ShownAs level)
    {
        if (!_cells.TryGetValue(scheme, out var cells))
        {
            _cells[scheme] = cells = [.. Cells.Of(tally, level).Select(c => c.Distinct().Order().ToArray())];
        }

        return cells;
    }
}
