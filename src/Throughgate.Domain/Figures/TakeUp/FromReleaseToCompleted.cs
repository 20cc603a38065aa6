using Throughgate.Domain.Rules.Programmes;

namespace Throughgate.Domain.Figures.TakeUp;

/// <summary>The funnel: of those released, how many came how far. Each step is counted only for those who took the step before.</summary>
public static class FromReleaseToCompleted
{
    public static readonly Measure Measure = new()
    {
        Code = "funnel",
        Label = "From release to completed",
        Theme = Theme.TakeUp,
        Whole = Happenings.Releases,
        Meets = "How far each came by today. A step counts for those who took every step before it.",
        Beware = "Who was released lately has had little time to come far.",
        Rule = "PER-1",
        Shape = Shape.Funnel,
        Parts =
        [
            new("released", "Released", Tells.Neither),
            new("offered", "Offered support", Tells.Neither),
            new("accepted", "Accepted it", Tells.Neither),
            new("started", "Programme started", Tells.Neither),
            new("in-touch", "Seen on or after release", Tells.Neither),
            new("completed", "Completed", Tells.Neither),
        ],
        Of = (person, asked) => Happenings.ReleasesOf(person, asked).Select(r => r.As(Furthest(r, asked.Today))),
    };

    private static string Furthest(Release release, DateOnly today)
    {
        var programme = release.Case;
        var started = programme.Start <= today;
        var offers = programme.Offers.Where(o => o.On <= today).ToList();
        return !started && offers.Count == 0 ? "released"
            : !started && offers.TrueForAll(o => o.Answer != OfferAnswers.Accepted) ? "offered"
            : !started ? "accepted"
            : !programme.Contacts.Any(c => c.On >= release.On && c.On <= today && PositionReview.IsWithTheYoungPerson(c)) ? "started"
            : !(programme.ClosedOn <= today) || programme.ClosingReason is ClosingReasons.Died or ClosingReasons.MovedAway or ClosingReasons.RecordedInError ? "in-touch"
            : "completed";
    }
}
