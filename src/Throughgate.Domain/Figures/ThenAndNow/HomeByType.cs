namespace Throughgate.Domain.Figures.ThenAndNow;

/// <summary>KPI 1, its rows: where they lived on the last day of the order; of several places the one that began last, and of those the first by the order of the parts.</summary>
public static class HomeByType
{
    public static readonly Measure Measure = new()
    {
        Code = "kpi-1-type",
        Label = "KPI 1: where they lived at the end",
        Theme = Theme.Now,
        Whole = Disposals.Ended,
        Meets = "The kind of place on the last day; of several the one that began last, and of those of one day the first named here.",
        Rule = "PER-2",
        Edition = Edition.KeyIndicators,
        Shape = Shape.Spread,
        Better = Better.Neither,
        Once = Once.Latest,
        OfResidents = true,
        Parts =
        [
            new("parents", "With parents", Tells.Neither),
            new("family", "With family other than parents", Tells.Neither),
            new("friends", "With friends", Tells.Neither),
            new("foster_care", "Foster care", Tells.Neither),
            new("residential_unit", "Residential unit", Tells.Neither),
            new("supported", "Supported accommodation or lodgings", Tells.Neither),
            new("independent", "Independent living", Tells.Neither),
            new("hostel", "Hostel", Tells.Neither),
            new(AccommodationTypes.BedAndBreakfast, "Bed and breakfast", Tells.Neither),
            new(AccommodationTypes.TemporaryForAssessment, "Temporary place for assessment", Tells.Neither),
            new(AccommodationTypes.Homeless, "No fixed abode", Tells.Neither),
            new("hospital", "Hospital", Tells.Neither),
            new("traveller_site", "Traveller site", Tells.Neither),
            new("other", "Other", Tells.Neither),
            Parts.NotRecorded,
        ],
        Of = (person, asked) =>
            from ending in Disposals.Ending(person, asked)
            let there = ending.Case?.Accommodation.Where(a => a.Days.Contains(ending.On)).OrderByDescending(a => a.Days.From).ThenBy(a => PlaceOf(a.Type)).Select(a => a.Type).FirstOrDefault()
            select new Measured(person, ending.On, there ?? Parts.NotRecorded.Code, ending.Case, ending.Order) { OnRecord = there is not null },
    };

    private static int PlaceOf(string type) => Measure.Parts.TakeWhile(p => p.Code != type).Count();
}
