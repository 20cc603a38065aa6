namespace Throughgate.Domain.Figures.Safe;

/// <summary>Every number that a figure shown so far gives, itself or by adding and taking away inside it.</summary>
internal static class Cells
{
    public static IEnumerable<IEnumerable<Event>> Of(Tally tally, ShownAs level)
    {
        IEnumerable<Event> All(params Tells[] tells) => Enumerable.Range(0, tally.ByPart.Count).Where(i => tells.Contains(tally.Measure.Parts[i].Tells)).SelectMany(tally.EventsOf);
        yield return All(Tells.Met, Tells.NotMet, Tells.Neither);
        yield return All(Tells.Met);
        yield return All(Tells.NotMet, Tells.Neither);
        if (level < ShownAs.Answers)
        {
            yield break;
        }

        yield return All(Tells.NotMet);
        yield return All(Tells.Neither);
        yield return All(Tells.Met, Tells.NotMet);
        yield return All(Tells.Met, Tells.Neither);
        for (var i = 0; level == ShownAs.Parts && i < tally.ByPart.Count; i++)
        {
            yield return tally.EventsOf(i);

            // Of a funnel, how many came at least so far.
            yield return tally.Measure.Shape == Shape.Funnel ? Enumerable.Range(i, tally.ByPart.Count - i).SelectMany(tally.EventsOf) : [];
        }
    }
}
