using Throughgate.Domain.Returns;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>In full-time education, training or employment in the last full week of the order (NI 45, WYJI 4): the week that the return's I4 uses.</summary>
public static class EteAtTheEnd
{
    public static readonly Measure England = Of("ni-45", "NI 45: in education, training or work", Edition.NationalIndicators);

    public static readonly Measure Wales = Of("wyji-4", "WYJI 4: in learning or work", Edition.WelshIndicators);

    private static Measure Of(string code, string label, Edition edition) =>
        new()
        {
            Code = code,
            Label = label,
            Theme = Theme.Then,
            Whole = Disposals.Ended,
            Meets = "25 hours of school age, 16 above it, received in the last full week of the order, or the last able week before it.",
            Unknown = "The scheme where they live has no programme for the order, or neither that week nor one before is recorded.",
            Rule = "PER-2",
            Edition = edition,
            Once = Once.Latest,
            OfResidents = true,
            Of = (person, asked) =>
                from ending in Disposals.Ending(person, asked)
                let known = ending.Case?.Ete.Any(r => r.Week <= FullTimeEte.LastFullWeek(ending.On)) == true
                select new Measured(
                    person,
                    ending.On,
                    Parts.Of(known ? FullTimeEte.Of(ending.Case!.Ete, ending.On, person.DateOfBirth).IsFullTime : null),
                    ending.Case,
                    ending.Order
                ),
        };
}
