using Throughgate.Domain.Education;
using Throughgate.Domain.People;
using Throughgate.Domain.Returns;

namespace Throughgate.Domain.Figures.Learning;

/// <summary>
/// Education, training or employment at release and 1, 3 and 6 months after: hours received in the first full week, Monday to Sunday, that begins on
/// that day or after it.
/// </summary>
public static class InEteAfterRelease
{
    public static IReadOnlyList<Part> Parts { get; } =
    [
        new("full", "Full time", Tells.Met),
        new("part", "Part time", Tells.Met),
        new("none", "No hours", Tells.NotMet),
        new("unable", "Unable that week, for an allowed reason", Tells.Neither),
        Figures.Parts.NotRecorded,
    ];

    public static readonly Measure AtRelease = Of("ete-release", "In education, training or work at release", 0);

    public static readonly Measure OneMonth = Of("ete-1", "In education, training or work 1 month after", 1);

    public static readonly Measure ThreeMonths = Of("ete-3", "In education, training or work 3 months after", 3);

    public static readonly Measure SixMonths = Of("ete-6", "In education, training or work 6 months after", 6);

    private static Measure Of(string code, string label, int months) =>
        new()
        {
            Code = code,
            Label = label,
            Theme = Theme.Learning,
            Whole = "Releases from custody in the period, of young people with a programme for that sentence that was not closed before, once that week is over.",
            Meets = "Hours were received in the first full week from that day on. Full time is 25 hours of school age, 16 above it.",
            Unknown = "Nothing is recorded for that week, or they were unable to take part in it for an allowed reason.",
            Rule = "PER-1",
            Parts = Parts,
            Of = (person, asked) =>
                from release in Happenings.ReleasesOf(person, asked)
                let week = FirstFullWeek(release.On.AddMonths(months))
                where week.AddDays(6) <= asked.Today
                select release.As(PartOf(person, release.Case.Ete, week)),
        };

    internal static DateOnly FirstFullWeek(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    internal static string PartOf(PersonFacts person, IReadOnlyList<EteRow> rows, DateOnly week)
    {
        var ofWeek = rows.Where(r => r.Week == week).ToList();
        var hours = ofWeek.Sum(r => r.Hours);
        return ofWeek.Count == 0 ? Figures.Parts.NotRecorded.Code
            : FullTimeEte.IsUnable(ofWeek, week) ? "unable"
            : hours >= FullTime(person, week) ? "full"
            : hours > 0 ? "part"
            : "none";
    }

    internal static int FullTime(PersonFacts person, DateOnly week) =>
        SchoolAge.Covers(person.DateOfBirth, week) ? FullTimeEte.HoursOfSchoolAge : FullTimeEte.HoursAboveSchoolAge;
}
