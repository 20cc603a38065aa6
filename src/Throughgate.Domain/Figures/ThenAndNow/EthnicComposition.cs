namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>NI 44: the ethnic groups of those sentenced or cautioned.</summary>
public static class EthnicComposition
{
    public static readonly Measure Measure = new()
    {
        Code = "ni-44",
        Label = "NI 44: ethnic groups of those sentenced or cautioned",
        Theme = Theme.Then,
        Whole = "Sentences and cautions in the period, of residents aged 10 to 17 at arrest.",
        Meets = "The young person’s ethnic group by the census of 2001.",
        Beware = "The indicator compares the groups with the population aged 10 to 17 of the area, which is not known here.",
        Rule = "PER-2",
        Edition = Edition.NationalIndicators,
        Shape = Shape.Spread,
        Better = Better.Neither,
        OfResidents = true,
        Parts =
        [
            new("W", "White", Tells.Neither),
            new("M", "Mixed", Tells.Neither),
            new("A", "Asian or Asian British", Tells.Neither),
            new("B", "Black or Black British", Tells.Neither),
            new("O", "Chinese or other ethnic group", Tells.Neither),
            new("N", "Not known", Tells.Neither),
        ],
        Of = (person, asked) => Disposals.Of(person, asked).Select(s => new Measured(person, s.SentencedOn, GroupOf(person.Ethnicity), null, s)),
    };

    /// <summary>The codes of the 2001 census begin with their group's letter.</summary>
    private static string GroupOf(string ethnicity) => ethnicity is ['W' or 'M' or 'A' or 'B' or 'O', ..] ? ethnicity[..1] : "N";
}
