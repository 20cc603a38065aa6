using Throughgate.Domain.Education;
using Throughgate.Domain.Figures.Learning;
using Throughgate.Domain.Returns;

namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>KPI 2: education, training or employment at the end of the order, by the hours offered; received where nobody recorded the offer.</summary>
public static class Kpi2
{
    public static readonly Measure Measure = new()
    {
        Code = "kpi-2",
        Label = "KPI 2: in education, training or work",
        Theme = Theme.Now,
        Whole = Disposals.Ended,
        Meets = "Hours were offered in the last full week of the order, or received where the offer is not recorded. Full time is 25 hours of school age, 16 above it.",
        Unknown = "The scheme where they live has no programme for the order, nothing is recorded for that week, or they were unable to take part.",
        Beware = "Whether the place was suitable is not recorded here, and the indicator asks it.",
        Rule = "PER-2",
        Edition = Edition.KeyIndicators,
        Once = Once.Latest,
        OfResidents = true,
        Parts = InEteAfterRelease.Parts,
        Of = (person, asked) =>
            from ending in Disposals.Ending(person, asked)
            let rows = ending.Case?.Ete.Select(AsOffered).ToList() ?? []
            select new Measured(person, ending.On, InEteAfterRelease.PartOf(person, rows, FullTimeEte.LastFullWeek(ending.On)), ending.Case, ending.Order),
    };

    private static EteRow AsOffered(EteRow row) => row with { Hours = row.Offered ?? row.Hours };
}
