using Throughgate.Web.Features.Performance;

namespace Throughgate.Web.Features.Api.Read;

/// <summary>A whole financial year that is over, as the address has it: <c>year=2010-11</c>; the last where nothing is said.</summary>
public sealed record YearAsked(FinancialQuarter First)
{
    public string Year => First.Year;

    public string On => PeriodAsked.Text(First.From);

    /// <summary>Null where it is none, or is not over.</summary>
    public static YearAsked? Read(string? year, DateOnly today)
    {
        if (string.IsNullOrEmpty(year))
        {
            return new(new FinancialQuarter(FinancialQuarter.OfDay(today).StartYear - 1, 1));
        }

        return FinancialQuarter.TryParse(year, "1", out var first, out _) && first.From.AddYears(1) <= today ? new(first) : null;
    }
}
