namespace Throughgate.Domain.Figures.Safe;

/// <summary>Whom each number counts that is shown of one scheme and year to somebody who may not open people, so that what else is shown of them can be weighed beside it (INF-6).</summary>
public static class PublishedPeople
{
    /// <param name="shown">What is shown, in the first period.</param>
    /// <param name="figures">The same figures with the people kept.</param>
    public static IReadOnlyList<IReadOnlySet<Guid>> Of(SafeView shown, FiguresOfPeople figures) =>
        [
            .. figures.Measures.SelectMany(m => Sets(figures.Of(m), shown.Of(m, 0).As)),
            .. from measure in figures.Measures
               from breakdown in figures.Breakdowns
               where shown.By(measure, breakdown).Count > 0
               from row in figures.RowsOf(measure, breakdown)
               from set in Sets(row.Tally, ShownAs.MetAndRest)
               select set,
        ];

    private static IEnumerable<IReadOnlySet<Guid>> Sets(Tally tally, ShownAs level)
    {
        IReadOnlySet<Guid> Of(params Tells[] tells) => tally.People.Where(p => tells.Contains(tally.Measure.PartOf(p.Part).Tells)).Select(p => p.Person.Id).ToHashSet();
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
            yield return tally.People.Where(p => p.Part == codes[i]).Select(p => p.Person.Id).ToHashSet();
            yield return tally.People.Where(p => codes.IndexOf(p.Part) >= i).Select(p => p.Person.Id).ToHashSet();
        }
    }
}
