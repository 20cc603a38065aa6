using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui;
using Throughgate.Web.Ui.Language;
using Throughgate.Web.Ui.Layout;
using Throughgate.Web.Ui.Pictures;
using Throughgate.Web.Ui.TakingAway;

namespace Throughgate.Web.Features.Today.Show;

/// <summary>Today: a worker's own young people, a manager's whole team, on this day or on any day asked for.</summary>
[Needs(Permission.SeeToday)]
public sealed class TodayPage(ReadToday read, GlassToReview glass, Db db, DayAsked day, Actor actor, Seen seen, Words words) : PageModel
{
    private const int OverdueShown = 10;
    private const int TasksShown = 25;

    /// <summary>Lines of "since yesterday" and of what is escalated that are shown at first.</summary>
    private const int NewsShown = 12;
    private const int EscalatedShown = 5;

    /// <summary>A manager's choice of one worker's list.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Worker { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public DayAsked Day => day;

    public DateOnly On => day.On;

    public Actor Actor => actor;

    /// <summary>Records that somebody opened in an emergency and no manager has reviewed; only for a manager.</summary>
    public int GlassOpen { get; private set; }

    /// <summary>What this reader agreed to do at reviews of progress, due within a week or overdue.</summary>
    public IReadOnlyList<ProgressAction> Progress { get; private set; } = [];

    public TodayOf Of { get; private set; } = null!;

    public TodayBoard Board => Of.Board;

    /// <summary>The whole team's shares; only for a manager.</summary>
    public IReadOnlyList<Share> Team => Of.Team?.Shares ?? [];

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

    public IEnumerable<OpenEscalation> EscalatedShownNow => All ? Of.Escalated : Of.Escalated.Take(EscalatedShown);

    public IEnumerable<NewsLine> NewsShownNow => All ? Of.News : Of.News.Take(NewsShown);

    /// <summary>"for Tom Bevan, away until Friday 7 May": whose case it is that is looked after; null of one's own.</summary>
    public string? ForWhom(Away? away) => away is null ? null : words["for {0}, away until {1}", away.Name, new Days(words).Short(away.Until)].ToString();

    public IReadOnlyDictionary<Guid, CaseInView> CasesOf(IEnumerable<Guid> keys)
    {
        var asked = keys.ToHashSet();
        return Board.Cases.Where(c => asked.Contains(c.CaseId)).DistinctBy(c => c.CaseId).ToDictionary(c => c.CaseId);
    }

    public string? ForWhom(CaseInView of) => ForWhom(Of.CoverOf(of));

    public IReadOnlyList<Leaver> Leavers =>
        [.. Board.Leaving.Select(l => new Leaver(l.On, l.Case.Name, PersonPath(l.Case), l.AddressIsMissing ? words["no address confirmed"].ToString() : null))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ViewData.LookAt(day);
        Of = await read.RunAsync(actor, On, !day.IsAnother, Worker, cancel);
        Chosen = IsManager ? Of.Team!.Cases.SelectMany(c => c.Allocations).FirstOrDefault(a => a.WorkerId == Worker) : null;
        GlassOpen = IsManager ? await glass.OpenAsync(cancel) : 0;
        Progress = await db.ProgressDueAsync(actor.Id!.Value, On, cancel);
        seen.People(Of.People);
        return Page();
    }

    /// <summary>Everything that is due on the board, not only what is shown at first.</summary>
    [Needs(Permission.Export)]
    [Fresh("What leaves the program is out of its hands")]
    public async Task<IActionResult> OnGetTableAsync(string? file, CancellationToken cancel)
    {
        Of = await read.RunAsync(actor, On, !day.IsAnother, Worker, cancel);
        seen.People(TodayBook.Due(Board).Select(t => t.Task.Case.PersonId));
        return this.Take(new TodayBook(words).Of(Board), file, seen, words);
    }

    public string PersonPath(CaseInView of) => PersonPath(of.PersonId);

    public string PersonPath(Guid person) => $"/young-people/{person}{Query("?")}";

    public string Here(Guid? worker) => worker is null ? $"/today{Query("?")}" : $"/today?worker={worker}{Query("&")}";

    private string Query(string before) => day.Query is { } on ? $"{before}{DayAsked.Name}={on}" : "";
}
