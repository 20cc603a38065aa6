namespace Throughgate.Domain.Figures.Learning;

/// <summary>Hours received, one young person's week at a time (PRE-2).</summary>
public static class HoursReceived
{
    public static readonly Measure Measure = new()
    {
        Code = "hours",
        Label = "Hours of education, training or work received in a week",
        Theme = Theme.Learning,
        Whole = "Weeks recorded for a young person that began in the period.",
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
            from week in programme.Ete.GroupBy(r => r.Week)
            where asked.Covers(week.Key) && asked.Scope.Has(person, programme, week.Key)
            let hours = week.Sum(r => r.Hours)
            let unable = hours == 0 && week.Any(r => r.UnableReason is not null)
            select new Measured(person, week.Key, unable ? "unable" : BandOf(hours), programme) { Amount = unable ? null : hours },
    };

    private static string BandOf(decimal hours) =>
        hours switch
        {
            0 => "0",
            < 16 => "1-15",
            < 25 => "16-24",
            _ => "25",
        };
}
