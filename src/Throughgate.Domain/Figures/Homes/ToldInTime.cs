namespace Throughgate.Domain.Figures.Homes;

/// <summary>Whether the young person knew a month before release where they would live (REL-5).</summary>
public static class ToldInTime
{
    public static readonly Measure Measure = new()
    {
        Code = "told",
        Label = "Told a month before where they would live",
        Theme = Theme.Homes,
        Whole = Happenings.Releases,
        Meets = "They had been told of an address at least one month before the day of release.",
        Unknown = "No address after the sentence is recorded at all.",
        Rule = "REL-5",
        Of = (person, asked) =>
            from release in Happenings.ReleasesOf(person, asked)
            let told = ToldOn(release)
            select release.As(AddressInTime.AnyRecorded(release) ? told <= release.On.AddMonths(-1) : null) with { OnRecord = told is not null },
    };

    private static DateOnly? ToldOn(Release release) =>
        release.Case.Accommodation.Where(a => a.Days.From >= release.Custody.SentencedOn).Select(a => a.ToldOn).Min();
}
