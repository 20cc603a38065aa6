namespace Throughgate.Domain.Figures.Learning;

/// <summary>Hours received, one young person's week at a time (PRE-2).</summary>
public static class HoursReceived
{
    public static readonly Measure Measure = new()
    {
        Code = "hours",
        Label = "Hours of education, training or work received in a week",
        Theme = Theme.Learning,
        Whole = "Weeks recorded for a young person by a scheme that began in the period.",
        Meets = "Hours received in the week, all places together.",
        Unknown = "Unable to take part that week for an allowed reason.",
        Rule = "PER-1",
        Shape = Shape.Amount,
        Unit = "hours",
        Parts =
        [
            new("0", "No hours", Tells.NotMet),
            new("1-15", "Up to 15 hours", Tells.NotMet),
            new("16-24", "16 to 24 hours", Tells.NotMet),
            new("25", "25 hours or more", Tells.Met),
            new("unable", "Unable that week, for an allowed reason", Tells.Neither),
        ],
        Of = (person, asked) =>
            from programme in person.Cases
            from row in programme.Ete
            where asked.Covers(row.Week) && asked.Scope.Has(person, programme, row.Week)
            group (Case: programme, Row: row) by (programme.Scheme, row.Week) into week
            let hours = week.Sum(r => r.Row.Hours)
            let unable = week.Any(r => r.Row.UnableReason is not null)
            select new Measured(person, week.Key.Week, unable ? "unable" : BandOf(hours), week.Last().Case) { Amount = unable ? null : hours },
    };

    internal static string BandOf(decimal hours) =>
        hours switch
        {
            0 => "0",
            < 16 => "1-15",
            < 25 => "16-24",
            _ => "25",
        };
}
