using Throughgate.Domain.Plans;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Releases;

namespace Throughgate.Domain.Rules.Releases;

/// <summary>One of the first weeks after release.</summary>
/// <param name="Number">1 for the week that begins with the day of release.</param>
/// <param name="Minutes">Of attended resettlement contacts in it.</param>
/// <param name="Asked">Minutes a week of the plan in force on its first day; null where none was.</param>
public readonly record struct FirstWeek(int Number, DateOnly From, DateOnly To, int Minutes, int? Asked, WeekendProvision Weekend)
{
    /// <summary>Fewer hours than the plan's in a week that has ended.</summary>
    public bool FallsShortOn(DateOnly on) => To < on && Minutes < Asked;

    /// <summary>A week that has ended, and nobody recorded that weekend provision was offered in it.</summary>
    public bool LacksWeekendOn(DateOnly on) => To < on && Weekend.Offered != true;
}

/// <summary>REL-8: the first weeks are when most goes wrong, so they are looked at week by week: hours, mentor, weekends.</summary>
public static class FirstWeeks
{
    public const int Weeks = 4;

    public static readonly Citation Citation = new(
        "REL-8",
        RuleKind.Warning,
        "In the first 4 weeks (default) after release: at least the plan's contact hours, a mentor considered, weekend provision offered; shown "
            + "week by week.",
        "S0 §Community element of IRS",
        true
    );

    /// <summary>The weeks that have begun by the day; none before release.</summary>
    /// <param name="plans">Hours of the agreed versions of the plan: each week is measured by the one in force on its first day.</param>
    [Rule("REL-15")]
    public static IReadOnlyList<FirstWeek> Of(CaseFacts facts, IReadOnlyList<WeekendProvision> weekends, DateOnly on, IReadOnlyList<AgreedHours> plans)
    {
        if (facts.Sentence.ReleasedOn is not { } released || released > on)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(1, Weeks).Select(n => (Number: n, From: released.AddDays(7 * (n - 1)))).Where(w => w.From <= on).Select(w => new FirstWeek(
                w.Number,
                w.From,
                w.From.AddDays(6),
                facts.Contacts.Where(c => c.Attended && c.CountsAs == CountsAs.Irs && c.On >= w.From && c.On <= w.From.AddDays(6) && c.On <= on).Sum(c => c.Minutes ?? 0),
                AgreedHours.On(plans, w.From),
                weekends.FirstOrDefault(p => p.Week == w.Number) is { Week: > 0 } said ? said : new(w.Number, null, null)
            )),
        ];
    }

    /// <summary>Whether anybody considered a mentor by the day.</summary>
    public static bool MentorConsidered(CaseFacts facts, DateOnly on) => facts.ReleaseItems.Any(i => i.Item == ReleaseItems.Mentor && i.IsAnswered && i.On <= on);
}
