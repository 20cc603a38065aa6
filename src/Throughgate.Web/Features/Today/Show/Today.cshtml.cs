using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>Today: a worker's own young people, a manager's whole team, on this day or on any day asked for.</summary>
[Needs(Permission.SeeToday)]
public sealed class TodayPage(Connection database, WorkingCalendar calendar, DayAsked day, Actor actor, Seen seen, Words words) : PageModel
{
    private const int OverdueShown = 10;

    /// <summary>A manager's choice of one worker's list.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Worker { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public DayAsked Day => day;

    public DateOnly On => day.On;

    public Actor Actor => actor;

    public TodayBoard Board { get; private set; } = null!;

    /// <summary>The whole team's shares; only for a manager.</summary>
    public IReadOnlyList<Share> Team { get; private set; } = [];

    public Allocated? Chosen { get; private set; }

    public bool IsManager => actor.Role == RoleTable.Manager;

    /// <summary>A worker whose account is linked to no worker of the caseload sees the team, and is told why.</summary>
    public bool HasNoList => !IsManager && actor.WorkerId is null;

    public IEnumerable<IGrouping<CaseInView, Task>> OverdueShownNow => All ? Board.Overdue : Board.Overdue.Take(OverdueShown);

    public IReadOnlyList<Leaver> Leavers =>
        [.. Board.Leaving.Select(l => new Leaver(l.On, l.Case.Name, PersonPath(l.Case), l.AddressIsMissing ? words["no address confirmed"].ToString() : null))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ViewData.LookAt(day);

        await using var connection = await database.OpenAsync(cancel: cancel);
        var mine = IsManager ? Worker : actor.WorkerId;
        // A manager sees everybody's shares beside the one list; a worker's own cases are all that they need.
        var cases = IsManager || actor.WorkerId is not { } me
            ? await connection.CasesInViewAsync(actor.Scheme!, On, cancel)
            : await connection.CasesOfWorkerAsync(me, actor.Scheme!, On, cancel);
        var shown = mine is { } worker ? [.. cases.Where(c => c.Allocations.Any(a => a.WorkerId == worker))] : cases;
        var wanted = IsManager ? cases : shown;
        var duties = await connection.DutiesOfAsync(calendar, [.. wanted.Select(c => c.PersonId).Distinct()], actor.Scheme!, On, cancel: cancel);
        Board = new(shown, duties);
        if (IsManager)
        {
            Team = new TodayBoard(cases, duties).Shares;
            Chosen = cases.SelectMany(c => c.Allocations).FirstOrDefault(a => a.WorkerId == Worker);
        }

        seen.People(Board.Cases.Select(c => c.PersonId));
        return Page();
    }

    public string PersonPath(CaseInView of) => $"/young-people/{of.PersonId}{Query("?")}";

    public string Here(Guid? worker) => worker is null ? $"/today{Query("?")}" : $"/today?worker={worker}{Query("&")}";

    private string Query(string before) => day.Query is { } on ? $"{before}{DayAsked.Name}={on}" : "";
}
