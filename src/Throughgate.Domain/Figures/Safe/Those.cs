using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>Those whom one number counts: events, and how many different people are in them.</summary>
internal sealed class Those
{
    private readonly HashSet<Event> _events;

    public Those(IEnumerable<Event> events)
    {
        _events = [.. events];
        Count = Distinct(_events);
    }

    /// <summary>How many people, not how many events: forty appointments of one young person point at one.</summary>
    public int Count { get; }

    public bool IsSmall => Suppression.IsSmall(Count);

    /// <summary>One of the two counts a part of what the other counts, and what remains is small.</summary>
    public bool GivesAway(Those other)
    {
        var (few, many) = _events.Count <= other._events.Count ? (_events, other._events) : (other._events, _events);
        return few.Count > 0 && few.Count < many.Count && few.IsSubsetOf(many) && Suppression.IsSmall(Distinct(many.Where(e => !few.Contains(e))));
    }

    /// <summary>Counted no further than is needed to know that they are not few.</summary>
    private static int Distinct(IEnumerable<Event> events)
    {
        var people = new HashSet<int>();
        foreach (var one in events)
        {
            if (people.Add(one.Person) && people.Count > Suppression.SmallestShown)
            {
                break;
            }
        }

        return people.Count;
    }
}
