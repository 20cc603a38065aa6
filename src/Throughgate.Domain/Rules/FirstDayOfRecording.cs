namespace Throughgate.Domain.Rules;

/// <summary>
/// The scheme's first day of recording here: what other systems knew came in by import, and does not hold what rules beyond the bundle ask for.
/// Those rules raise duties for due dates on or after this day alone, so that an imported past does not turn Today red.
/// </summary>
/// <remarks>
/// A setting of the scheme like its figures, kept as a number yyyymmdd. The last one set holds, whichever day is looked at: it is about what was
/// recorded, not about what was asked. Without one (nothing was ever imported) there is no imported past, and every duty is raised.
/// </remarks>
public static class FirstDayOfRecording
{
    public const string Key = "recorded-here.first-day";

    public static int Write(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <exception cref="ArgumentException">No day is written so.</exception>
    public static DateOnly Read(int written) =>
        written is > 1900_00_00 and < 2200_00_00 && written / 100 % 100 is >= 1 and <= 12 && written % 100 >= 1 && written % 100 <= DateTime.DaysInMonth(written / 10_000, written / 100 % 100)
            ? new DateOnly(written / 10_000, written / 100 % 100, written % 100)
            : throw new ArgumentException($"{written} is no day; {Key} is written yyyymmdd.", nameof(written));
}
