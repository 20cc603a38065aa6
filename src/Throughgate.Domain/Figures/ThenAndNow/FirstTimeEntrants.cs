namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>First-time entrants: of those sentenced or cautioned, for whom it was the first time.</summary>
public static class FirstTimeEntrants
{
    public static readonly Measure Measure = new()
    {
        Code = "first-time",
        Label = "First-time entrants",
        Theme = Theme.Now,
        Whole = "Residents aged 10 to 17 at arrest who were sentenced or cautioned in the period, each once.",
        Meets = "No earlier sentence or caution is on record.",
        Beware = "The national measure is a rate for each 100,000 of the population aged 10 to 17, from the police’s records. An earlier caution that nobody entered here makes somebody look new, and most first-time entrants never come to resettlement.",
        Rule = "PER-2",
        Edition = Edition.NationalMeasures,
        Better = Better.Lower,
        Once = Once.Earliest,
        OfResidents = true,
        Of = (person, asked) =>
            Disposals.Of(person, asked).Select(s =>
                new Measured(person, s.SentencedOn, Parts.Of(!person.Sentences.Any(b => b.SentencedOn < s.SentencedOn && Disposals.IsDisposal(b))), null, s)
            ),
    };
}
