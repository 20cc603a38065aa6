using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughgate.Web.Features.Log;

/// <summary>What every page of the log asks: which days, and which page of the list.</summary>
public abstract class LogPage(London london) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "page")]
    public int? AskedPage { get; set; }

    public LogDays Days { get; private set; }

    public int Number => Math.Clamp(AskedPage ?? 1, 1, 100_000);

    public IReadOnlyList<LookLine> Lines { get; protected set; } = [];

    /// <summary>Pages of the list.</summary>
    public int Pages { get; protected set; } = 1;

    public string AddressOf(int page) => $"{Request.Path}{Days.Query(page)}";

    protected DateOnly Today => london.Today;

    protected void SettleDays()
    {
        Days = LogDays.Asked(From, To, london.Today);
        (From, To) = (Days.First, Days.Last);
        ModelState.Clear();
    }

    /// <summary>Cuts the page asked for out of all lines.</summary>
    protected void Cut(IReadOnlyList<LookLine> all)
    {
        Pages = Math.Max(1, (all.Count + ReadLooks.OnAPage - 1) / ReadLooks.OnAPage);
        Lines = [.. all.Skip((Number - 1) * ReadLooks.OnAPage).Take(ReadLooks.OnAPage)];
    }
}
