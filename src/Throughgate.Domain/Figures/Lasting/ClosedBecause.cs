namespace Throughgate.Domain.Figures.Lasting;

/// <summary>Why programmes closed.</summary>
public static class ClosedBecause
{
    public static readonly Measure Measure = new()
    {
        Code = "closings",
        Label = "Why programmes closed",
        Theme = Theme.Lasting,
        Whole = "Programmes closed in the period, whatever the reason.",
        Meets = "The reason recorded.",
        Rule = "OPN-5",
        Shape = Shape.Spread,
        Better = Better.Neither,
        Parts =
        [
            new("no_longer_helps", "Both agree that further contact would not help", Tells.Neither),
            new("no_contact_after_review", "No contact after a position review", Tells.Neither),
            new("withdrew", "Asked to stop", Tells.Neither),
            new("last_day_reached", "Reached the last day of support", Tells.Neither),
            new(ClosingReasons.MovedAway, "Moved away; handed over", Tells.Neither),
            new(ClosingReasons.Died, "Died", Tells.Neither),
            new(ClosingReasons.RecordedInError, "Recorded in error", Tells.Neither),
            Parts.NotRecorded,
        ],
        Of = (person, asked) =>
            Happenings.ClosingsOf(person, asked, whatever: true).Select(c => new Measured(person, c.ClosedOn!.Value, c.ClosingReason ?? Parts.NotRecorded.Code, c)),
    };
}
