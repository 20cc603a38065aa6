namespace Throughgate.Domain.Figures.TakeUp;

/// <summary>Take-up: whether support was offered in time to leave with it.</summary>
public static class OfferedByRelease
{
    public static readonly Measure Measure = new()
    {
        Code = "offered",
        Label = "Offered support by the day of release",
        Theme = Theme.TakeUp,
        Whole = Happenings.Releases,
        Meets = "An offer had been made, or the programme had started, on or before the day of release.",
        Rule = "OFR-1",
        Of = (person, asked) =>
            Happenings.ReleasesOf(person, asked).Select(r =>
                r.As(r.Started || r.Case.Offers.Any(o => o.On <= r.On)) with { OnRecord = r.Case.Start is not null || r.Case.Offers.Count > 0 }
            ),
    };
}
