using Throughgate.Domain.Figures.Safe;

namespace Throughgate.Domain.Figures;

/// <summary>One measure over one period: how many stand in each part, with the people where they are kept.</summary>
public sealed class Tally(Measure measure, DateRange period, Keeps keeps)
{
    private readonly int[] _parts = new int[measure.Parts.Count];
    private readonly List<decimal> _amounts = [];
    private readonly List<Measured> _people = [];
    private readonly List<Event>?[] _events = new List<Event>?[measure.Parts.Count];

    public Measure Measure { get; } = measure;

    public DateRange Period { get; } = period;

    public int Whole { get; private set; }

    /// <summary>Everybody counted, where people are kept.</summary>
    public IReadOnlyList<Measured> People => _people;

    /// <summary>How many stand in each part, in the measure's order.</summary>
    public IReadOnlyList<int> ByPart => _parts;

    public int Met => Sum(Tells.Met);

    public int NotMet => Sum(Tells.NotMet);

    /// <summary>Of whom it cannot be told.</summary>
    public int Untold => Sum(Tells.Neither);

    /// <summary>Of whom it can be told: the denominator.</summary>
    public int Told => Met + NotMet;

    /// <summary>Something that answers was recorded for somebody.</summary>
    public bool AnyOnRecord { get; private set; }

    /// <summary>Whether there is a figure at all; without one the page says "not recorded yet".</summary>
    public bool IsRecorded => Measure.Shape switch
    {
        Shape.Share => Told > 0 && AnyOnRecord,
        Shape.Amount => _amounts.Count > 0,
        _ => Whole > 0 && AnyOnRecord,
    };

    /// <summary>0 to 1; null where nothing is recorded.</summary>
    public double? Share => Measure.Shape == Shape.Share && IsRecorded ? (double)Met / Told : null;

    /// <summary>The middle amount (of an even number the higher of the two); null where none is recorded.</summary>
    public decimal? Middle => _amounts.Count == 0 ? null : _amounts.Order().ElementAt(_amounts.Count / 2);

    public decimal? Most => _amounts.Count == 0 ? null : _amounts.Max();

    /// <summary>How many amounts there are.</summary>
    public int Amounts => _amounts.Count;

    /// <summary>Those in the part that stands at that place, where events are kept.</summary>
    public IReadOnlyList<Event> EventsOf(int part) => _events[part] ?? [];

    public void Forget() => Array.Clear(_events);

    /// <param name="person">The person's number in this reckoning.</param>
    public void Add(Measured one, int person)
    {
        Whole++;
        var at = 0;
        while (Measure.Parts[at].Code != one.Part)
        {
            at++;
        }

        _parts[at]++;
        AnyOnRecord |= one.OnRecord;
        if (one.Amount is { } amount)
        {
            _amounts.Add(amount);
        }

        if (keeps == Keeps.People)
        {
            _people.Add(one);
        }
        else if (keeps == Keeps.Events)
        {
            (_events[at] ??= []).Add(Event.Of(one, person));
        }
    }

    /// <summary>Several added up: each counts all of its own.</summary>
    public static Tally Together(Measure measure, DateRange period, Keeps keeps, IReadOnlyList<Tally> tallies)
    {
        if (tallies.Count == 1)
        {
            return tallies[0];
        }

        var sum = new Tally(measure, period, keeps);
        foreach (var one in tallies)
        {
            sum.Whole += one.Whole;
            sum.AnyOnRecord |= one.AnyOnRecord;
            sum._amounts.AddRange(one._amounts);
            sum._people.AddRange(one._people);
            for (var i = 0; i < sum._parts.Length; i++)
            {
                sum._parts[i] += one._parts[i];
                if (one._events[i] is { } events)
                {
                    (sum._events[i] ??= []).AddRange(events);
                }
            }
        }

        return sum;
    }

    /// <summary>For a funnel: how many came at least as far as each part.</summary>
    public IReadOnlyList<int> AtLeast => [.. _parts.Select((_, i) => _parts.Skip(i).Sum())];

    private int Sum(Tells tells)
    {
        var sum = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            sum += Measure.Parts[i].Tells == tells ? _parts[i] : 0;
        }

        return sum;
    }
}
