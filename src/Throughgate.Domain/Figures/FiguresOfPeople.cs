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
    private readonly Tally[][] _tallies = Tallies(measures, asked, keeps);
    private readonly SortedDictionary<string, Tally[][]> _ofSchemes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Measure, Breakdown By), SortedDictionary<string, Tally>> _rows = [];
    private int _people;

    public IReadOnlyList<Measure> Measures { get; } = measures;

    public Asked Asked { get; } = asked;

    /// <summary>Breakdowns of the first period that are counted as well.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>The ethnic group of a code.</summary>
    public Func<string, string> GroupOf { get; init; } = code => code;

    /// <summary>The scheme to which somebody counted belongs, where each scheme is counted as well as all together.</summary>
    public Func<Measured, string?>? SchemeOf { get; init; }

    public IEnumerable<string> Schemes => _ofSchemes.Keys;

    public void Add(PersonFacts person)
    {
        _people++;
        for (var m = 0; m < Measures.Count; m++)
        {
            Add(person, m);
        }
    }

    /// <summary>The measure over the period that stands at that place.</summary>
    public Tally Of(Measure measure, int period = 0) => _tallies[IndexOf(measure)][period];

    public Tally OfScheme(string scheme, Measure measure, int period = 0) => _ofSchemes[scheme][IndexOf(measure)][period];

    /// <summary>The first period broken down: each row with its code, in the order of the codes, the unknown last.</summary>
    public IReadOnlyList<(string Row, Tally Tally)> RowsOf(Measure measure, Breakdown by) =>
        _rows.TryGetValue((IndexOf(measure), by), out var rows) ? [.. rows.OrderBy(r => r.Key.Length == 0).Select(r => (r.Key, r.Value))] : [];

    /// <summary>Drops the events: what is left are numbers.</summary>
    public void Forget()
    {
        foreach (var tally in _ofSchemes.Values.Append(_tallies).SelectMany(m => m).SelectMany(p => p).Concat(_rows.Values.SelectMany(r => r.Values)))
        {
            tally.Forget();
        }
    }

    private void Add(PersonFacts person, int m)
    {
        var measure = Measures[m];
        IReadOnlyList<Measured> all = [.. measure.Of(person, Asked)];
        for (var p = 0; p < Asked.Periods.Count && all.Count > 0; p++)
        {
            foreach (var one in Chosen(all, measure.Once, Asked.Periods[p]))
            {
                _tallies[m][p].Add(one, _people);
                if (SchemeOf?.Invoke(one) is { } scheme)
                {
                    SchemeTallies(scheme)[m][p].Add(one, _people);
                }

                if (p == 0)
                {
                    AddToRows(one, m);
                }
            }
        }
    }

    private void AddToRows(Measured one, int m)
    {
        foreach (var by in Breakdowns)
        {
            if (!_rows.TryGetValue((m, by), out var rows))
            {
                _rows[(m, by)] = rows = new(StringComparer.Ordinal);
            }

            var row = by.RowOf(one, GroupOf);
            if (!rows.TryGetValue(row, out var tally))
            {
                rows[row] = tally = new(Measures[m], Asked.Periods[0], keeps);
            }

            tally.Add(one, _people);
        }
    }

    private Tally[][] SchemeTallies(string scheme)
    {
        if (!_ofSchemes.TryGetValue(scheme, out var tallies))
        {
            _ofSchemes[scheme] = tallies = Tallies(Measures, Asked, keeps);
        }

        return tallies;
    }

    private static Tally[][] Tallies(IReadOnlyList<Measure> measures, Asked asked, Keeps keeps) =>
        [.. measures.Select(m => asked.Periods.Select(p => new Tally(m, p, keeps)).ToArray())];

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
