using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>Use of custody: of those sentenced by a court, how many were sent to custody. NI 43, WYJI 3, and the national measure since.</summary>
[Rule("PER-2")]
public static class UseOfCustody
{
    public static readonly Measure England = Of("ni-43", "NI 43: sentenced to custody", Theme.Then, Edition.NationalIndicators);

    public static readonly Measure Wales = Of("wyji-3", "WYJI 3: custodial sentences", Theme.Then, Edition.WelshIndicators);

    public static readonly Measure National = Of("custody", "Use of custody", Theme.Now, Edition.NationalMeasures) with
    {
        Beware = "The national measure is a rate for each 1,000 of the population aged 10 to 17. The population is not known here, and neither are sentences of those never referred: what is shown is the share of the sentences on record.",
    };

    private static Measure Of(string code, string label, Theme theme, Edition edition) =>
        new()
        {
            Code = code,
            Label = label,
            Theme = theme,
            Whole = "Sentences of a court in the period, of residents aged 10 to 17 at arrest.",
            Meets = "The sentence is custodial.",
            Beware = Disposals.OnRecord,
            Rule = "PER-2",
            Edition = edition,
            Better = Better.Lower,
            OfResidents = true,
            Of = (person, asked) => Disposals.OfCourt(person, asked).Select(s => new Measured(person, s.SentencedOn, Parts.Of(s.IsCustodial), null, s)),
        };
}
