using Throughgate.Domain.Figures.Safe;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures;

/// <summary>What is kept of those counted.</summary>
public enum Keeps
{
    Numbers,

    /// <summary>Without anything that names them: what suppression asks.</summary>
    Events,

    /// <summary>With their facts.</summary>
    People,
}

/// <summary>
/// Counts people one by one, in any order, for every measure and period asked for (PER-1). Each person is to be added once. Where people are not
/// kept, memory does not grow with what is known of them.
/// </summary>
[Rule("PER-1")]
public sealed class FiguresOfPeople(IReadOnlyList<Measure> measures, Asked asked, Keeps keeps)
{
    private readonly SortedDictionary<string, Tally[][]> _ofSchemes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Scheme, int Measure, Breakdown By), SortedDictionary<string, Tally>> _rows = [];
    private int _people;

    public IReadOnlyList<Measure> Measures { get; } = measures;

    public Asked Asked { get; } = asked;

    /// <summary>Breakdowns of the first period that are counted as well.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>The ethnic group of a code.</summary>
    public Func<string, string> GroupOf { get; init; } = code => code;

    /// <summary>
    /// The scheme to which somebody counted belongs, where each scheme is counted by itself. A sum is then the sum of its schemes: who is counted in two of
    /// them counts in each.
    /// </summary>
    public Func<Measured, string?>? SchemeOf { get; init; }

    /// <summary>Whether a scheme has a measure at all: England's indicators are England's.</summary>
    public Func<string, Measure, bool> Has { get; init; } = (_, _) => true;

    /// <summary>Every scheme in which somebody is counted; empty for those who belong to none, and where schemes are not counted by themselves.</summary>
    public IEnumerable<string> Schemes => _ofSchemes.Keys;

    public void Add(PersonFacts person)
    {
        _people++;
        for (var m = 0; m < Measures.Count; m++)
        {
            Add(person, m);
        }
    }

    /// <summary>The measure over the period that stands at that place, of everybody.</summary>
    public Tally Of(Measure measure, int period = 0) => Of(measure, period, _ => true);

    /// <summary>Of some schemes, added up.</summary>
    public Tally Of(Measure measure, int period, Func<string, bool> ofScheme)
    {
        var m = IndexOf(measure);
        return Tally.Together(measure, Asked.Periods[period], keeps, [.. _ofSchemes.Where(s => ofScheme(s.Key)).Select(s => s.Value[m][period])]);
    }

    public Tally OfScheme(string scheme, Measure measure, int period = 0) => _ofSchemes[scheme][IndexOf(measure)][period];

    /// <summary>The first period broken down: each row with its code, in the order of the codes, the unknown last.</summary>
    public IReadOnlyList<(string Row, Tally Tally)> RowsOf(Measure measure, Breakdown by) => RowsOf(measure, by, _ => true);

    /// <summary>Of one scheme, in no order.</summary>
    public IEnumerable<(string Row, Tally Tally)> RowsOfScheme(string scheme, Measure measure, Breakdown by) =>
        _rows.TryGetValue((scheme, IndexOf(measure), by), out var rows) ? rows.Select(r => (r.Key, r.Value)) : [];

    /// <summary>Of some schemes, added up row by row.</summary>
    public IReadOnlyList<(string Row, Tally Tally)> RowsOf(Measure measure, Breakdown by, Func<string, bool> ofScheme)
    {
        var m = IndexOf(measure);
        var rows = _ofSchemes.Keys.Where(ofScheme).Select(s => _rows.GetValueOrDefault((s, m, by))).OfType<SortedDictionary<string, Tally>>().SelectMany(r => r);
        return
        [
            .. rows.GroupBy(r => r.Key, StringComparer.Ordinal)
                .OrderBy(r => r.Key.Length == 0)
                .ThenBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => (r.Key, Tally.Together(measure, Asked.Periods[0], keeps, [.. r.Select(t => t.Value)]))),
        ];
    }

    /// <summary>Drops the events: what is left are numbers.</summary>
    public void Forget()
    {
        foreach (var tally in _ofSchemes.Values.SelectMany(m => m).SelectMany(p => p).Concat(_rows.Values.SelectMany(r => r.Values)))
        {
            tally.Forget();
        }
    }

    private void Add(PersonFacts person, int m)
    {
        IReadOnlyList<Measured> all = [.. Measures[m].Of(person, Asked)];
        if (SchemeOf is null)
        {
            Add("", all, m);
            return;
        }

        foreach (var scheme in all.GroupBy(o => SchemeOf(o) ?? "", StringComparer.Ordinal))
        {
            if (Has(scheme.Key, Measures[m]))
            {
                Add(scheme.Key, [.. scheme], m);
            }
        }
    }

    private void Add(string scheme, IReadOnlyList<Measured> all, int m)
    {
        for (var p = 0; p < Asked.Periods.Count && all.Count > 0; p++)
        {
            foreach (var one in Chosen(all, Measures[m].Once, Asked.Periods[p]))
            {
                TalliesOf(scheme)[m][p].Add(one, _people);
                if (p == 0)
                {
                    AddToRows(scheme, one, m);
                }
            }
        }
    }

    private void AddToRows(string scheme, Measured one, int m)
    {
        foreach (var by in Breakdowns)
        {
            if (!_rows.TryGetValue((scheme, m, by), out var rows))
            {
                _rows[(scheme, m, by)] = rows = new(StringComparer.Ordinal);
            }

            var row = by.RowOf(one, GroupOf);
            if (!rows.TryGetValue(row, out var tally))
            {
                rows[row] = tally = new(Measures[m], Asked.Periods[0], keeps);
            }

            tally.Add(one, _people);
        }
    }

    private Tally[][] TalliesOf(string scheme)
    {
        if (!_ofSchemes.TryGetValue(scheme, out var tallies))
        {
            _ofSchemes[scheme] = tallies = [.. Measures.Select(m => Asked.Periods.Select(p => new Tally(m, p, keeps)).ToArray())];
        }

        return tallies;
    }

    /// <summary>Of two on one day the higher sentence reference, ordinal, as in the return.</summary>
    private static IEnumerable<Measured> Chosen(IReadOnlyList<Measured> all, Once once, DateRange period) =>
        once switch
        {
            Once.AtTheEnd => all.Where(o => o.On == period.To),
            Once.Earliest => all.Where(o => period.Contains(o.On)).OrderBy(o => o.On).ThenByDescending(o => o.Sentence?.Reference, StringComparer.Ordinal).Take(1),
            Once.Latest => all.Where(o => period.Contains(o.On)).OrderByDescending(o => o.On).ThenByDescending(o => o.Sentence?.Reference, StringComparer.Ordinal).Take(1),
            _ => all.Where(o => period.Contains(o.On)),
        };

    private int IndexOf(Measure measure)
    {
        for (var i = 0; i < Measures.Count; i++)
        {
            if (ReferenceEquals(Measures[i], measure))
            {
                return i;
            }
        }

        throw new ArgumentException($"{measure} was not asked for.", nameof(measure));
    }
}
