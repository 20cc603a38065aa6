using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.Pictures;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>Today: a worker's own young people, a manager's whole team, on this day or on any day asked for.</summary>
[Needs(Permission.SeeToday)]
public sealed class TodayPage(SchemeLists lists, DayAsked day, Actor actor, Seen seen, Words words) : PageModel
{
    private const int OverdueShown = 10;
    private const int TasksShown = 25;

    // The list is the same object for as long as nothing changes, and so is the board of a whole team.
    private static readonly ConditionalWeakTable<IReadOnlyList<OpenPerson>, TodayBoard> Boards = [];

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

    /// <summary>A whole team's week can be long: the nearest come first, and the rest one step on.</summary>
    public IEnumerable<Task> FirstShownNow => All ? Board.First : Board.First.Take(TasksShown);

    public IEnumerable<IGrouping<DateOnly, Task>> WeekShownNow =>
        All ? Board.ThisWeek : Board.ThisWeek.SelectMany(d => d).Take(TasksShown).GroupBy(t => t.Duty.Due);

    /// <summary>This page with nothing cut off.</summary>
    public string WithAll => $"/today?all=true{(Worker is { } w ? $"&worker={w}" : "")}{Query("&")}";

    public IEnumerable<IGrouping<CaseInView, Task>> OverdueShownNow => All ? Board.Overdue : Board.Overdue.Take(OverdueShown);

    public IReadOnlyList<Leaver> Leavers =>
        [.. Board.Leaving.Select(l => new Leaver(l.On, l.Case.Name, PersonPath(l.Case), l.AddressIsMissing ? words["no address confirmed"].ToString() : null))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ViewData.LookAt(day);

        var team = await lists.OpenAsync(On, cancel);
        var mine = IsManager ? Worker : actor.WorkerId;
        Board = mine is { } worker ? TodayBoard.Of([.. team.Where(p => p.Cases.Any(c => Has(c, worker)))], c => Has(c, worker), actor.Scheme!, On) : Whole(team);
        if (IsManager)
        {
            Team = Whole(team).Shares;
            Chosen = team.SelectMany(p => p.Cases).SelectMany(c => c.Allocations).FirstOrDefault(a => a.WorkerId == Worker);
        }

        seen.People(Board.Cases.Select(c => c.PersonId));
        return Page();
    }

    private static bool Has(CaseInView of, Guid worker) => of.Allocations.Any(a => a.WorkerId == worker);

    private TodayBoard Whole(IReadOnlyList<OpenPerson> team) => Boards.GetValue(team, t => TodayBoard.Of(t, _ => true, actor.Scheme!, On));

    public string PersonPath(CaseInView of) => $"/young-people/{of.PersonId}{Query("?")}";

    public string Here(Guid? worker) => worker is null ? $"/today{Query("?")}" : $"/today?worker={worker}{Query("&")}";

    private string Query(string before) => day.Query is { } on ? $"{before}{DayAsked.Name}={on}" : "";
}
