using System.Globalization;

namespace Throughgate.Web.Features.Log;

/// <summary>The days that a page of the log shows, both counted: four weeks to today where nothing is asked, and a year at most.</summary>
public readonly record struct LogDays(DateOnly First, DateOnly Last)
{
    public static LogDays Asked(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to is { } asked && asked <= today ? asked : today;
        var first = from is { } start && start <= last ? start : last.AddDays(-27);
        return new(last.DayNumber - first.DayNumber > 366 ? last.AddDays(-366) : first, last);
    }

    /// <summary>These days in an address, with the page of the list.</summary>
    public string Query(int page = 1) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"?From-day={First.Day}&From-month={First.Month}&From-year={First.Year}&To-day={Last.Day}&To-month={Last.Month}&To-year={Last.Year}{(page > 1 ? $"&page={page}" : "")}"
        );
}
