using Throughgate.Domain.Returns.Counts;

namespace Throughgate.Domain.Figures.Safe;

/// <summary>Different people, gathered no further than is needed to know that they are not few.</summary>
internal sealed class FewPeople
{
    private readonly int[] _people = new int[Suppression.SmallestShown];

    public int Count { get; private set; }

    public bool AreMany => Count == Suppression.SmallestShown;

    public bool AreFew => Suppression.IsSmall(Count);

    /// <summary>Those of somebody's sorted events, as far as they are needed here.</summary>
    public static int[] Of(Event[] events)
    {
        var some = new FewPeople();
        for (var i = 0; i < events.Length && !some.AreMany; i++)
        {
            some.Add(events[i].Person);
        }

        return some._people[..some.Count];
    }

    public void Clear() => Count = 0;

    public void Add(int person)
    {
        if (!AreMany && Array.IndexOf(_people, person, 0, Count) < 0)
        {
            _people[Count++] = person;
        }
    }

    public void Add(int[] people)
    {
        for (var i = 0; i < people.Length && !AreMany; i++)
        {
            Add(people[i]);
        }
    }

    public void Add(FewPeople others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            Add(others._people[i]);
        }
    }
}
