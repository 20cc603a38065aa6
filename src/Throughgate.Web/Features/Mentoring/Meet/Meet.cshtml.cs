using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Contacts.Record;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Mentoring.Meet;

/// <summary>One young person as their mentor sees them: who works with them, one's own meetings, and a form to write down the next.</summary>
[Needs(Permission.SeeMentored)]
public sealed class MeetPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    private const string Mentoring = "mentoring";

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    /// <summary>Names of the lead worker and of others, with their roles.</summary>
    public IReadOnlyList<(string Role, string Name)> Colleagues { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ContactRow> Meetings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var now = London.Civil(time.GetUtcNow());
        (On, Time, Outcome) = (DateOnly.FromDateTime(now), TimeOfDay.Write(TimeOnly.FromDateTime(now)), ContactOutcomes.Attended);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Lists.Has("outcome", Outcome), nameof(Outcome), Words.Key("Choose how it went"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(TimeOfDay.TryRead(Time, out var at), nameof(Time), Words.Key("Enter the time like 14:30"));
        int? minutes = int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1440 ? number : null;
        ModelState.Must(string.IsNullOrWhiteSpace(Minutes) || minutes is not null, nameof(Minutes), Words.Key("Minutes are a whole number from 0 to 1440"));
        ModelState.Must((Note?.Length ?? 0) <= 20_000, nameof(Note), Words.Key("The note is longer than 20,000 characters: shorten it, or divide it"));
        if (On is { } on && ModelState.ErrorCount == 0)
        {
            foreach (var (field, problem) in RecordContact.Problems(on.ToDateTime(at), Outcome!, London.Civil(time.GetUtcNow())))
            {
                ModelState.AddModelError(field, problem);
            }
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await new RecordContact(db, actor, time).RunAsync(Of, new(On!.Value.ToDateTime(at), Mentoring, Outcome!, CountsAs.Irs, minutes, Note));
        return LocalRedirect($"/mentoring/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, null, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        var today = london.Today;
        var allocated = await visible.OfCase<Allocation>(of.Case.Id).AsNoTracking()
            .Where(a => a.FromOn <= today && (a.ToOn == null || a.ToOn >= today))
            .Join(db.Workers, a => a.WorkerId, w => w.Id, (a, w) => new { a.Role, w.Name, w.Id })
            .ToListAsync(cancel);
        Colleagues = [.. allocated.Where(a => a.Id != actor.WorkerId).OrderBy(a => a.Role, StringComparer.Ordinal).Select(a => (a.Role, a.Name))];
        Meetings = await visible.OfCase<ContactRow>(of.Case.Id).AsNoTracking().Where(c => c.Kind == Mentoring).OrderByDescending(c => c.HeldAt).Take(50).ToListAsync(cancel);
        return true;
    }
}
