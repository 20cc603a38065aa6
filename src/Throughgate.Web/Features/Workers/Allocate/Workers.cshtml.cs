using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Workers.Allocate;

/// <summary>Who leads, manages and mentors a case, over time; giving it to somebody else, with what they carry and whether they are away in sight.</summary>
[Needs(Permission.RecordCasework)]
public sealed class WorkersPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    public static readonly IReadOnlyList<string> Roles = [AllocationRoles.LeadWorker, AllocationRoles.CaseManager, AllocationRoles.Mentor];

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Worker { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public bool Asked { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<TeamWorker> Team { get; private set; } = [];

    public IReadOnlyList<(Allocation Row, string Name)> Spells { get; private set; } = [];

    /// <summary>Whether today one leads and one manages (SCH-3).</summary>
    public AllocationOnDay OnDay { get; private set; }

    public IEnumerable<Choice> Choices => [new Choice("", words["Choose one"].ToString()), .. Team.Select(w => new Choice(w.Id.ToString(), Carries(w)))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        From = london.Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Role is not null && Roles.Contains(Role), nameof(Role), Words.Key("Choose which part it is"));
        ModelState.Must((Why?.Length ?? 0) <= 1000, nameof(Why), Words.Key("Write at most 1,000 characters"));
        var chosen = Guid.TryParse(Worker, out var key) ? Team.FirstOrDefault(w => w.Id == key) : null;
        if (chosen is null && Asked && string.IsNullOrEmpty(Worker) && ModelState.ErrorCount == 0)
        {
            ModelState.Must(!string.IsNullOrWhiteSpace(Why), nameof(Why), Words.Key("Write what the young person said"));
            if (ModelState.ErrorCount == 0)
            {
                await new AllocateWorker(visible, db, actor, time).AskAsync(Of, Role!, Why!.Trim());
                return LocalRedirect(Of.To("workers"));
            }
        }
        else
        {
            ModelState.Must(chosen is not null, nameof(Worker), Words.Key("Choose who it is"));
            ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
            ModelState.Must(From is null || From >= Of.Case.ReferredOn, "From-day", Words.Key("The case was not open on that day: it was referred later"));
            if (chosen is not null && From is { } from && AllocateWorker.Problem(Spells.Where(s => s.Row.Role == Role).Select(s => s.Row), from, chosen.Id) is { } problem)
            {
                ModelState.AddModelError("From-day", problem);
            }
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await new AllocateWorker(visible, db, actor, time).RunAsync(Of, Role!, chosen!.Id, chosen.Name, From!.Value, Asked, Why.OrNothing(), cancel);
        return LocalRedirect(Of.To("workers"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var rows = await visible.OfCase<Allocation>(of.Case.Id).OrderByDescending(a => a.FromOn).ThenBy(a => a.Role).ToListAsync(cancel);
        var ids = rows.Select(r => r.WorkerId).ToList();
        var names = await db.Workers.Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel);
        Spells = [.. rows.Select(r => (r, names[r.WorkerId]))];
        OnDay = new(Now(AllocationRoles.LeadWorker), Now(AllocationRoles.CaseManager));
        await db.Database.OpenConnectionAsync(cancel);
        Team = await db.Database.GetDbConnection().TeamAsync(actor.Scheme!, london.Today, cancel);
        return true;
    }

    private int Now(string role) => Spells.Count(s => s.Row.Role == role && s.Row.FromOn <= london.Today && !(s.Row.ToOn < london.Today));

    private string Carries(TeamWorker worker)
    {
        var carries = words.N(worker.Leads + worker.Manages, "{1}: {0} open case", "{1}: {0} open cases", worker.Name).ToString();
        return worker.AwayUntil is { } until ? words["{0}, away until {1}", carries, new Days(words).Plain(until)] : carries;
    }
}
