using Throughgate.Domain.Figures.Homes;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>In suitable accommodation on the last day of the order (NI 46, WYJI 5, KPI 1).</summary>
public static class HomeAtTheEnd
{
    public static readonly Measure England = Of("ni-46", "NI 46: in suitable accommodation", Theme.Then, Edition.NationalIndicators);

    public static readonly Measure Wales = Of("wyji-5", "WYJI 5: in suitable accommodation", Theme.Then, Edition.WelshIndicators);

    public static readonly Measure Kpi1 = Of("kpi-1", "KPI 1: in suitable accommodation", Theme.Now, Edition.KeyIndicators) with
    {
        Beware = "Orders alone are known here; the indicator counts programmes without an order, too.",
    };

    private static Measure Of(string code, string label, Theme theme, Edition edition) =>
        new()
        {
            Code = code,
            Label = label,
            Theme = theme,
            Whole = Disposals.Ended,
            Meets = "Every place they lived in on the last day was suitable. A place of which nobody said so is not.",
            Unknown = "The scheme where they live has no programme for the order, or no address is recorded for that day.",
            Rule = "PER-2",
            Edition = edition,
            Once = Once.Latest,
            OfResidents = true,
            Of = (person, asked) =>
                from ending in Disposals.Ending(person, asked)
                let known = ending.Case?.Accommodation.Any(a => a.Days.Contains(ending.On)) == true
                select new Measured(
                    person,
                    ending.On,
                    Parts.Of(known ? SuitableOnRelease.On(ending.Case!, ending.On) == true : null),
                    ending.Case,
                    ending.Order
                ),
        };
}
