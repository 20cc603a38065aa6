using System.Globalization;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Performance;

/// <summary>What kind of period figures are shown for.</summary>
public enum PeriodKind
{
    /// <summary>The twelve months to a day.</summary>
    Twelve,
    Quarter,
    Month,

    /// <summary>The financial year.</summary>
    Year,
    Days,
}

/// <summary>A period as the address has it, <c>by=quarter&amp;on=2010-05-04</c> or <c>by=days&amp;on=2010-04-01&amp;to=2010-05-15</c>, and the one before it.</summary>
public sealed record PeriodAsked(PeriodKind Kind, DateRange Days, DateRange Before)
{
    private static readonly DateOnly First = new(1995, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    public static PeriodAsked Twelve(DateOnly to) => new(PeriodKind.Twelve, new(to.AddYears(-1).AddDays(1), to), new(to.AddYears(-2).AddDays(1), to.AddYears(-1)));

    public static PeriodAsked Year(FinancialQuarter of)
    {
        var from = new DateOnly(of.StartYear, 4, 1);
        return new(PeriodKind.Year, new(from, from.AddYears(1).AddDays(-1)), new(from.AddYears(-1), from.AddDays(-1)));
    }

    public static PeriodAsked Quarter(FinancialQuarter of) => new(PeriodKind.Quarter, of.Days, of.Previous.Days);

    /// <summary>Null where it cannot be read: a kind that there is not, a day that is none, an end before the beginning.</summary>
    public static PeriodAsked? Read(string? by, string? on, string? to, DateOnly today)
    {
        if (!TryDay(on, today, out var day) || !TryDay(to, day, out var end))
        {
            return null;
        }

        var month = new DateOnly(day.Year, day.Month, 1);
        var quarter = FinancialQuarter.OfDay(day);
        return by switch
        {
            null or "" or "twelve" => Twelve(day),
            "quarter" => Quarter(quarter),
            "month" => new(PeriodKind.Month, new(month, month.AddMonths(1).AddDays(-1)), new(month.AddMonths(-1), month.AddDays(-1))),
            "year" => Year(quarter),
            "days" when day <= end => new(PeriodKind.Days, new(day, end), new(day.AddDays(day.DayNumber - end.DayNumber - 1), day.AddDays(-1))),
            _ => null,
        };
    }

    /// <summary>The same kind of period that ends just before this one begins, or begins just after it ends.</summary>
    public PeriodAsked Move(bool back) => Read(Code, Text(back ? Before.From : Days.To!.Value.AddDays(1)), Kind == PeriodKind.Days ? Text(back ? Before.To!.Value : Days.To!.Value.AddDays(Length)) : null, default) is { } moved && Kind != PeriodKind.Twelve
        ? moved
        : Twelve(back ? Before.To!.Value : Days.To!.Value.AddYears(1));

    private int Length => Days.To!.Value.DayNumber - Days.From.DayNumber + 1;

    public string Code => Kind.ToString().ToLowerInvariant();

    public string Query => Kind switch
    {
        PeriodKind.Twelve => $"by=twelve&on={Text(Days.To!.Value)}",
        PeriodKind.Days => $"by=days&on={Text(Days.From)}&to={Text(Days.To!.Value)}",
        _ => $"by={Code}&on={Text(Days.From)}",
    };

    /// <summary>1 April 2010 to 30 June 2010</summary>
    public static string Say(DateRange days, Words words)
    {
        var said = new Days(words);
        return words["{0} to {1}", said.Plain(days.From), said.Plain(days.To!.Value)];
    }

    /// <summary>The quarters to the one in which the period ends, oldest first: what the trend shows.</summary>
    public IReadOnlyList<FinancialQuarter> Quarters(int count, DateOnly today)
    {
        var last = FinancialQuarter.OfDay(Days.To!.Value < today ? Days.To.Value : today);
        var quarters = new List<FinancialQuarter> { last };
        while (quarters.Count < count)
        {
            quarters.Insert(0, quarters[0].Previous);
        }

        return quarters;
    }

    /// <summary>This period, the one before, and those of a trend, each once.</summary>
    public IReadOnlyList<DateRange> With(IEnumerable<DateRange> trend) => [.. new[] { Days, Before }.Concat(trend).Distinct()];

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return string.IsNullOrWhiteSpace(text) || (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day >= First && day <= Last);
    }
}
