using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.Releases.Board;

/// <summary>Who leaves custody and what is ready for the day: nobody of the scheme who is held is missing here.</summary>
[Needs(Permission.SeeCaseload)]
public sealed class BoardPage(SchemeLists lists, Seen seen, DayAsked day) : PageModel
{
    public const int Weeks = 12;

    public DayAsked Day => day;

    /// <summary>The expected day has come, and no release is on record: longest ago first.</summary>
    public IReadOnlyList<Held> Passed { get; private set; } = [];

    public IReadOnlyList<Held> WithoutDate { get; private set; } = [];

    public IReadOnlyList<Held> OnRemand { get; private set; } = [];

    /// <summary>Leaving from today on, within the weeks of the board, nearest first.</summary>
    public IReadOnlyList<Held> Soon { get; private set; } = [];

    public IReadOnlyList<Held> Later { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var held = (await lists.HeldAsync(day.On, cancel)).Rows;
        var last = day.On.AddDays(7 * Weeks);
        var dated = held.Where(h => h.Leaves is not null).OrderBy(h => h.Leaves).ToList();
        Passed = dated.FindAll(h => h.Leaves < day.On);
        Soon = dated.FindAll(h => h.Leaves >= day.On && h.Leaves <= last);
        Later = dated.FindAll(h => h.Leaves > last);
        WithoutDate = [.. held.Where(h => h is { Leaves: null, OnRemand: false })];
        OnRemand = [.. held.Where(h => h.OnRemand)];
        seen.People(held.Select(h => h.Who.PersonId));
        WayBack.Remember(HttpContext);
    }
}

/// <summary>One part of the board: its rows, and whether the day they leave is known.</summary>
public sealed record BoardPart(string Id, string Title, string? Note, IReadOnlyList<Held> Rows, DayAsked Day, bool Dated = true);
