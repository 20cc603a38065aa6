namespace Throughgate.Domain.Figures.Safe;

/// <summary>
/// Whom each number counts of one scheme and year, and how often, so that what else is shown of them to somebody who may not open people can be weighed beside it (INF-6).
/// </summary>
/// <param name="Shown">Of what is shown.</param>
/// <param name="Hidden">Of what is hidden, and follows from nothing shown: a sum of schemes may have it in it.</param>
public sealed record PublishedPeople(IReadOnlyList<IReadOnlyDictionary<Guid, int>> Shown, IReadOnlyList<IReadOnlyDictionary<Guid, int>> Hidden)
{
    /// <param name="shown">What is shown, in the first period.</param>
    /// <param name="figures">The same figures with the people kept.</param>
    public static PublishedPeople Of(SafeView shown, FiguresOfPeople figures)
    {
        var rows = (
            from measure in figures.Measures
            from breakdown in figures.Breakdowns
            from row in figures.RowsOf(measure, breakdown)
            select (row.Tally, IsShown: shown.By(measure, breakdown).Count > 0)
        ).ToList();
        List<IReadOnlyDictionary<Guid, int>> known = [.. figures.Measures.SelectMany(m => Counted(figures.Of(m), shown.Of(m, 0).As)), .. rows.Where(r => r.IsShown).SelectMany(r => Counted(r.Tally, ShownAs.MetAndRest))];
        var hidden = figures.Measures.Where(m => shown.Of(m, 0).As == ShownAs.Hidden).Select(m => figures.Of(m)).Concat(rows.Where(r => !r.IsShown).Select(r => r.Tally)).Where(t => t.Measure.Shape == Shape.Share);
        return new(known, [.. hidden.SelectMany(t => Counted(t, ShownAs.MetAndRest)).Where(h => h.Count > 0 && !known.Exists(k => IsSame(k, h)))]);
    }

    /// <summary>Whether two numbers count the same people, each as often.</summary>
    public static bool IsSame(IReadOnlyDictionary<Guid, int> one, IReadOnlyDictionary<Guid, int> other) => one.Count == other.Count && one.All(o => other.GetValueOrDefault(o.Key) == o.Value);

    private static IEnumerable<IReadOnlyDictionary<Guid, int>> Counted(Tally tally, ShownAs level)
    {
        IReadOnlyDictionary<Guid, int> Those(Func<Measured, bool> which) => tally.People.Where(which).CountBy(p => p.Person.Id).ToDictionary();
        IReadOnlyDictionary<Guid, int> Of(params Tells[] tells) => Those(p => tells.Contains(tally.Measure.PartOf(p.Part).Tells));
        if (level is not (ShownAs.Nothing or ShownAs.Hidden))
        {
            yield return Of(Tells.Met, Tells.NotMet, Tells.Neither);
        }

        if (level < ShownAs.MetAndRest)
        {
            yield break;
        }

        yield return Of(Tells.Met);
        yield return Of(Tells.NotMet, Tells.Neither);
        if (level < ShownAs.Answers)
        {
            yield break;
        }

        yield return Of(Tells.NotMet);
        yield return Of(Tells.Neither);
        yield return Of(Tells.Met, Tells.NotMet);
        yield return Of(Tells.Met, Tells.Neither);
        var codes = level == ShownAs.Parts ? tally.Measure.Parts.Select(p => p.Code).ToList() : [];
        for (var i = 0; i < codes.Count; i++)
        {
            yield return Those(p => p.Part == codes[i]);
            yield return Those(p => codes.IndexOf(p.Part) >= i);
        }
    }
}
