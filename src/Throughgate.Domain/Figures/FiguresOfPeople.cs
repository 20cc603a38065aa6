using Throughgate.Domain.People;
using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures;

/// <summary>
/// Counts people one by one, in any order, for every measure and period asked for (PER-1). Each person is to be added once. Where people are not
/// kept, memory does not grow with them.
/// </summary>
[Rule("PER-1")]
public sealed class FiguresOfPeople
{
    private readonly Tally[][] _tallies;
    private readonly Action<Measured, int>? _each;

    /// <param name="each">Told of everybody counted, with the place of the period.</param>
    public FiguresOfPeople(IReadOnlyList<Measure> measures, Asked asked, bool keepsPeople, Action<Measured, int>? each = null)
    {
        (Measures, Asked, _each) = (measures, asked, each);
        _tallies = [.. measures.Select(m => asked.Periods.Select(p => new Tally(m, p, keepsPeople)).ToArray())];
    }

    public IReadOnlyList<Measure> Measures { get; }

    public Asked Asked { get; }

    public void Add(PersonFacts person)
    {
        for (var m = 0; m < Measures.Count; m++)
        {
            Add(person, Measures[m], _tallies[m]);
        }
    }

    /// <summary>The measure over the period that stands at that place.</summary>
    public Tally Of(Measure measure, int period = 0) => _tallies[Measures.IndexOf(measure)][period];

    private void Add(PersonFacts person, Measure measure, Tally[] tallies)
    {
        IReadOnlyList<Measured> all = [.. measure.Of(person, Asked)];
        if (all.Count == 0)
        {
            return;
        }

        for (var p = 0; p < tallies.Length; p++)
        {
            foreach (var one in Chosen(all, measure.Once, tallies[p].Period))
            {
                tallies[p].Add(one);
                _each?.Invoke(one, p);
            }
        }
    }

    private static IEnumerable<Measured> Chosen(IReadOnlyList<Measured> all, Once once, DateRange period) =>
        once switch
        {
            Once.AtTheEnd => all.Where(o => o.On == period.To),
            Once.Earliest => all.Where(o => period.Contains(o.On)).OrderBy(o => o.On).Take(1),
            Once.Latest => all.Where(o => period.Contains(o.On)).Reverse().OrderByDescending(o => o.On).Take(1),
            _ => all.Where(o => period.Contains(o.On)),
        };
}

internal static class Positions
{
    public static int IndexOf(this IReadOnlyList<Measure> list, Measure item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (ReferenceEquals(list[i], item))
            {
                return i;
            }
        }

        throw new ArgumentException($"{item} was not asked for.", nameof(item));
    }
}
