using Throughgate.Domain.Contacts;
using Throughgate.Domain.Plans;

namespace Throughgate.Domain.Rules.Statutory;

/// <summary>Minutes received in one week (Monday to Sunday), kind by kind.</summary>
/// <param name="Asked">Minutes of resettlement support that the plan in force on the Monday sets; null where none was. It asks nothing of the other kinds.</param>
public readonly record struct WeekReceived(DateOnly Monday, int Irs, int Statutory, int Iss, int? Asked = null)
{
    /// <summary>What the plan asks of a kind: of resettlement support alone, so that no hour of it fills what statutory work or ISS lacks, nor the other way round.</summary>
    public int? AskedOf(string countsAs) => countsAs == CountsAs.Irs ? Asked : null;

    public int Of(string countsAs) => countsAs switch
    {
        CountsAs.Irs => Irs,
        CountsAs.Statutory => Statutory,
        _ => Iss,
    };
}

/// <summary>ISS-2: hours received per week, the three kinds side by side.</summary>
public static class HoursPerWeek
{
    public static readonly Citation Citation = new(
        "ISS-2",
        RuleKind.Calculation,
        "Hours per week per kind are shown side by side; the IRS line never fills the statutory line's shortfall.",
        "S0 §IRS and ISS; S0 §Funding",
        true
    );

    /// <summary>
    /// The last weeks up to that of a day, newest first. Attended contacts with a length count, each as the one kind that it is (ISS-1): no kind
    /// is ever made up from another.
    /// </summary>
    [Rule("ISS-1")]
    public static IReadOnlyList<WeekReceived> Of(IEnumerable<Contact> contacts, DateOnly on, int weeks, IReadOnlyList<AgreedHours> plans)
    {
        var byWeek = contacts.Where(c => c.Attended && c.On <= on).ToLookup(c => MondayOf(c.On));
        return
        [
            .. Enumerable.Range(0, weeks).Select(n => MondayOf(on).AddDays(-7 * n)).Select(monday => new WeekReceived(
                monday,
                Minutes(byWeek[monday], CountsAs.Irs),
                Minutes(byWeek[monday], CountsAs.Statutory),
                Minutes(byWeek[monday], CountsAs.Iss),
                AgreedHours.On(plans, monday)
            )),
        ];
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static int Minutes(IEnumerable<Contact> contacts, string countsAs) => contacts.Where(c => c.CountsAs == countsAs).Sum(c => c.Minutes ?? 0);
}
