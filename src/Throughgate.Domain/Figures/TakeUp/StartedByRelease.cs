namespace Throughgate.Domain.Figures.TakeUp;

/// <summary>Take-up: whether the plan was agreed by both before release.</summary>
public static class StartedByRelease
{
    public static readonly Measure Measure = new()
    {
        Code = "started",
        Label = "Programme started by the day of release",
        Theme = Theme.TakeUp,
        Whole = Happenings.Releases,
        Meets = "The young person and the YOT had both agreed the plan on or before the day of release.",
        Rule = "OPN-1",
        Of = (person, asked) => Happenings.ReleasesOf(person, asked).Select(r => r.As(r.Started) with { OnRecord = r.Case.Start is not null }),
    };
}
