namespace Throughgate.Domain.Plans;

/// <summary>The contact hours that one version of a plan sets.</summary>
/// <param name="From">The day from which it is in force: the later of the two agreements.</param>
/// <param name="Minutes">Of contact a week.</param>
public readonly record struct AgreedHours(DateOnly From, int Minutes)
{
    /// <summary>Minutes a week in force on a day: of the newest version that both had agreed by then; null before the first.</summary>
    /// <param name="versions">Earlier versions first.</param>
    public static int? On(IEnumerable<AgreedHours> versions, DateOnly day) =>
        versions.Where(v => v.From <= day).OrderBy(v => v.From).Select(v => (int?)v.Minutes).LastOrDefault();
}
