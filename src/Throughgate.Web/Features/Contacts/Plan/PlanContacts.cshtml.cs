using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Plan;

/// <summary>Plans a contact or a series: what, when, where and who goes. A visit inside protected education is warned of first (REL-12).</summary>
[Needs(Permission.RecordCasework)]
[KeepsDraft]
public sealed class PlanContactsPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, WorkingCalendar calendar, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [FromQuery(Name = "kind")]
    public string? Asked { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? CountsAs { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public Guid? Worker { get; set; }

    /// <summary>"" once, 1 every week, 2 every other week.</summary>
    [BindProperty]
    public string? Every { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The day and time for which the warning was read; planning it again is a decision.</summary>
    [BindProperty]
    public string? Warned { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    /// <summary>Hours that the visit would fall into, and whose; null where it does not.</summary>
    public HoursInForce? Inside { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (CountsAs, Worker, Every) = (Domain.CountsAs.Irs, actor.WorkerId, "");
        Kind = Lists.Has("contact", Asked) ? Asked : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Entry() is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var asked = string.Join(' ', entry.Days.Select(d => d.ToString("s", CultureInfo.InvariantCulture)).Take(2));
        if (Warned != asked && await InsideAsync(entry, cancel) is { } inside)
        {
            ModelState.Remove(nameof(Warned));
            (Inside, Warned) = (inside, asked);
            return Page();
        }

        await new PlanContacts(db, actor, time).RunAsync(Of, entry);
        return LocalRedirect($"/diary?week={DateOnly.FromDateTime(entry.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        await db.Database.OpenConnectionAsync(cancel);
        var workers = await db.Database.GetDbConnection().WorkersOfAsync(of.Case.Scheme, london.Today, cancel);
        Workers = [new("", words["Whoever the case is allocated to"]), .. workers.Select(w => new Choice(w.WorkerId.ToString(), w.Name))];
        return true;
    }

    private PlanEntry? Entry()
    {
        ModelState.Must(Lists.Has("contact", Kind), nameof(Kind), Words.Key("Choose what kind of contact it will be"));
        ModelState.Must(Lists.Has("counts_as", CountsAs), nameof(CountsAs), Words.Key("Choose what it counts as"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On < london.Today), "On-day", Words.Key("This day has passed: record the contact instead of planning it"));
        ModelState.Must(!(On > london.Today.AddYears(1)), "On-day", Words.Key("This day is more than a year ahead: mend the day"));
        ModelState.Must(TimeOfDay.TryRead(Time, out var at), nameof(Time), Words.Key("Enter the time like 14:30"));
        int? minutes = int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1440 ? number : null;
        ModelState.Must(string.IsNullOrWhiteSpace(Minutes) || minutes is not null, nameof(Minutes), Words.Key("Minutes are a whole number from 0 to 1440"));
        ModelState.Must((Place?.Length ?? 0) <= 200, nameof(Place), Words.Key("The place is longer than 200 characters: shorten it"));
        ModelState.Must(Worker is null || Workers.Any(w => w.Value == $"{Worker}"), nameof(Worker), Words.Key("Choose who goes"));
        int? every = Every switch { "1" => 1, "2" => 2, _ => null };
        ModelState.Must(every is null || Until > On, "Until-day", Words.Key("A series needs a last day after the first"));
        if (ModelState.ErrorCount > 0)
        {
            return null;
        }

        var entry = new PlanEntry(On!.Value.ToDateTime(at), Kind!, CountsAs!, minutes, Place, Worker, every, every is null ? null : Until);
        ModelState.Must(entry.Days.Count() <= PlanEntry.Most, "Until-day", Words.Key("A series has at most 60 contacts: choose an earlier last day"));
        return ModelState.ErrorCount > 0 ? null : entry;
    }

    private async Task<HoursInForce?> InsideAsync(PlanEntry entry, CancellationToken cancel)
    {
        if (entry.Kind != ContactKinds.CustodyVisit)
        {
            return null;
        }

        var connection = db.Database.GetDbConnection();
        var on = DateOnly.FromDateTime(entry.At);
        var held = (await connection.CasesOfAsync([Of.Person.Id], Of.Case.Scheme, on, cancel)).FirstOrDefault(c => c.CaseId == Of.Case.Id)?.Establishment;
        var hours = await connection.HoursOfAsync(Of.Case.Scheme, held, cancel);
        if (!VisitHours.IsInside(entry.At, entry.Minutes, hours.Sessions, calendar))
        {
            return null;
        }

        // The hours of a place tell which place it is: of somebody whose whereabouts must not be disclosed only that the time is one of education.
        return (await visible.UndisclosedAsync(cancel)).Contains(Of.Person.Id) ? hours with { Establishment = null, Set = null } : hours;
    }
}
