namespace Throughgate.Web;

/// <summary>The one clock: today in London, from <see cref="TimeProvider"/>. A UTC date is wrong for an hour a night all summer.</summary>
/// <param name="stopped">A day on which the clock stands still: the demo on unmoved dates.</param>
public sealed class London(TimeProvider time, DateOnly? stopped = null)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public DateOnly Today => stopped ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);

    /// <summary>An instant as people in London write it down.</summary>
    public static DateTime Civil(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant of a time that people in London wrote down.</summary>
    public static DateTimeOffset At(DateTime civil) => new(civil, Zone.GetUtcOffset(civil));

    /// <summary>The instant at which a day begins in London.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
