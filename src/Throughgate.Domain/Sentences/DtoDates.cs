namespace Throughgate.Domain.Sentences;

/// <summary>
/// The days that the law fixes for a detention and training order: half in detention, half under supervision. Indicative: the establishment's own
/// calculation is what counts. Powers of Criminal Courts (Sentencing) Act 2000 ss.100 to 102; Sentencing Act 2020 ss.233 to 242; the lengths
/// as amended by the Police, Crime, Sentencing and Courts Act 2022 s.158.
/// </summary>
/// <param name="HalfWay">Release, where it is neither brought forward nor put back.</param>
/// <param name="Earliest">First day of early release; null for an order that is too short for it.</param>
/// <param name="Latest">Last day of late release; null for an order that is too short for it.</param>
/// <param name="LastDay">Last day of the order.</param>
public sealed record DtoDates(DateOnly HalfWay, DateOnly? Earliest, DateOnly? Latest, DateOnly LastDay)
{
    /// <summary>First day of sentence from which any whole number of months may be given, and time on remand is taken off.</summary>
    public static readonly DateOnly AnyLength = new(2022, 6, 28);

    public const int Shortest = 4;
    public const int Longest = 24;

    /// <summary>Shortest order, in months, with an early and late window of one month, and of two.</summary>
    private const int OneMonthWindow = 8;
    private const int TwoMonthWindow = 18;

    private static readonly int[] OldLengths = [4, 6, 8, 10, 12, 18, 24];

    /// <summary>The lengths in months that a court could give on the day.</summary>
    public static IReadOnlyList<int> LengthsOn(DateOnly sentencedOn) => sentencedOn < AnyLength ? OldLengths : [.. Enumerable.Range(Shortest, Longest - Shortest + 1)];

    /// <summary>Whether days on remand or tagged bail are taken off; before, the court had taken them into account when it fixed the length.</summary>
    public static bool TakesOffRemand(DateOnly sentencedOn) => sentencedOn >= AnyLength;

    /// <param name="months">One of <see cref="LengthsOn"/>.</param>
    /// <param name="credit">Days on remand or tagged bail to be taken off; 0 where <see cref="TakesOffRemand"/> says no.</param>
    public static DtoDates Of(DateOnly sentencedOn, int months, int credit = 0)
    {
        if (!LengthsOn(sentencedOn).Contains(months))
        {
            throw new ArgumentOutOfRangeException(nameof(months), months, $"is no length of a detention and training order given on {sentencedOn:yyyy-MM-dd}");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(credit);
        if (credit > 0 && !TakesOffRemand(sentencedOn))
        {
            throw new ArgumentOutOfRangeException(nameof(credit), credit, $"is not taken off an order given on {sentencedOn:yyyy-MM-dd}");
        }

        var days = sentencedOn.AddMonths(months).DayNumber - sentencedOn.DayNumber;
        var halfWay = NotBefore(sentencedOn, sentencedOn.AddDays(((days + 1) / 2) - 1 - credit));
        var lastDay = NotBefore(sentencedOn, sentencedOn.AddDays(days - 1 - credit));
        var window = months >= TwoMonthWindow ? 2 : months >= OneMonthWindow ? 1 : 0;
        return window == 0
            ? new(halfWay, null, null, lastDay)
            : new(halfWay, NotBefore(sentencedOn, halfWay.AddMonths(-window)), halfWay.AddMonths(window), lastDay);
    }

    /// <summary>The day on which somebody whose half-way day is no working day is let out: the last working day before it, but not before the sentence.</summary>
    public DateOnly HalfWayRelease(DateOnly sentencedOn, WorkingCalendar calendar)
    {
        var day = HalfWay;
        while (!calendar.IsWorkingDay(day) && day > sentencedOn)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static DateOnly NotBefore(DateOnly first, DateOnly day) => day < first ? first : day;
}
