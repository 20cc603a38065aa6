using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Workers.Leave;

/// <summary>The team: what each carries, who is away when, and who covers. A worker records their own leave, a manager anybody's.</summary>
[Needs(Permission.RecordCasework)]
public sealed class TeamPage(Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public string? Worker { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Cover { get; set; }

    /// <summary>A leave to take back.</summary>
    [BindProperty]
    public Guid? TakeBack { get; set; }

    public IReadOnlyList<TeamWorker> Team { get; private set; } = [];

    public IReadOnlyList<WorkerLeave> Leaves { get; private set; } = [];

    public bool IsManager => actor.May(Permission.ManageScheme);

    /// <summary>Whose leave this reader may record.</summary>
    public IEnumerable<TeamWorker> Recordable => Team.Where(w => IsManager || w.Id == actor.WorkerId);

    public string NameOf(Guid worker) => Team.FirstOrDefault(w => w.Id == worker)?.Name ?? words["somebody who has left"].ToString();

    public IEnumerable<Choice> Of(IEnumerable<TeamWorker> workers, string none) => [new Choice("", none), .. workers.Select(w => new Choice(w.Id.ToString(), w.Name))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Worker = IsManager ? null : actor.WorkerId?.ToString();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (TakeBack is { } key)
        {
            return await TakeBackAsync(key);
        }

        var who = Recordable.FirstOrDefault(w => w.Id.ToString() == Worker);
        var cover = Team.FirstOrDefault(w => w.Id.ToString() == Cover);
        ModelState.Must(who is not null, nameof(Worker), Words.Key("Choose who is away"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the first day away"));
        ModelState.Must(To is not null || ModelState.ErrorCount > 0, "To-day", Words.Key("Enter the last day away"));
        ModelState.Must(!(To < From), "To-day", Words.Key("The last day is before the first"));
        ModelState.Must(cover is null || cover.Id != who?.Id, nameof(Cover), Words.Key("Somebody else covers, or nobody"));
        ModelState.Must(who is null || !Leaves.Any(l => l.WorkerId == who.Id && l.FromOn <= To && l.ToOn >= From), "From-day", Words.Key("They are away on some of these days already"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        db.WorkerLeave.Add(new WorkerLeave { WorkerId = who!.Id, Scheme = actor.Scheme!, FromOn = From!.Value, ToOn = To!.Value, CoverId = cover?.Id });
        await db.SaveAsync(actor, time, new LeaveRecorded(who.Name, From.Value, To.Value, cover?.Name));
        return LocalRedirect("/team");
    }

    private async Task<IActionResult> TakeBackAsync(Guid key)
    {
        if (Leaves.FirstOrDefault(l => l.Id == key) is not { } leave || !Recordable.Any(w => w.Id == leave.WorkerId))
        {
            return NotFound();
        }

        db.WorkerLeave.Remove(leave);
        await db.SaveAsync(actor, time, new LeaveTakenBack(NameOf(leave.WorkerId), leave.FromOn, leave.ToOn));
        return LocalRedirect("/team");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var (scheme, today) = (actor.Scheme!, london.Today);
        await db.Database.OpenConnectionAsync(cancel);
        Team = await db.Database.GetDbConnection().TeamAsync(scheme, today, cancel);
        Leaves = await db.WorkerLeave.Where(l => l.Scheme == scheme && l.ToOn >= today).OrderBy(l => l.FromOn).ThenBy(l => l.Id).ToListAsync(cancel);
    }
}
