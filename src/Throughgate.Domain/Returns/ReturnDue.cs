using Throughgate.Domain.Rules;

namespace Throughgate.Domain.Returns;

/// <summary>RET-5: the return is due within one month of the end of its quarter.</summary>
[Rule("RET-5")]
public static class ReturnDue
{
    /// <summary>One month: our default, the funder sets it.</summary>
    public const int MonthsAfterQuarter = 1;

    /// <summary>The last day on which it is in time: quarters end with a month, and so does the month after (31 July, not 30 July).</summary>
    public static DateOnly LastDay(FinancialQuarter quarter, int months = MonthsAfterQuarter) =>
        quarter.To.AddDays(1).AddMonths(months).AddDays(-1);
}
