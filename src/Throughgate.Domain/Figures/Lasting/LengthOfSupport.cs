using Throughgate.Domain.Programmes;

namespace Throughgate.Domain.Figures.Lasting;

/// <summary>How long support lasted, of programmes that closed.</summary>
public static class LengthOfSupport
{
    public static readonly Measure Measure = new()
    {
        Code = "length",
        Label = "Length of support",
        Theme = Theme.Lasting,
        Whole = Happenings.Closings,
        Meets = "Days from the start of the programme to its closing.",
        Unknown = "The programme never started.",
        Rule = "OPN-5",
        Shape = Shape.Amount,
        Unit = "days",
        Better = Better.Neither,
        Parts =
        [
            new("3", "Under 3 months", Tells.NotMet),
            new("6", "3 to 6 months", Tells.NotMet),
            new("12", "6 to 12 months", Tells.NotMet),
            new("over", "A year or more", Tells.NotMet),
            new("never", "Never started", Tells.Neither),
        ],
        Of = (person, asked) =>
            from programme in Happenings.ClosingsOf(person, asked)
            let days = programme.ClosedOn?.DayNumber - programme.Start?.DayNumber
            select new Measured(person, programme.ClosedOn!.Value, BandOf(programme), programme) { Amount = days >= 0 ? days : null },
    };

    internal static string BandOf(CaseFacts programme) =>
        programme.Start is not { } start || programme.ClosedOn < start ? "never"
        : programme.ClosedOn < start.AddMonths(3) ? "3"
        : programme.ClosedOn < start.AddMonths(6) ? "6"
        : programme.ClosedOn < start.AddMonths(12) ? "12"
        : "over";
}
