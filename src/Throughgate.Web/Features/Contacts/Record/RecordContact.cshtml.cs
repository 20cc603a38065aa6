using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Rules.Care;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Record;

/// <summary>A contact in three fields: what, when and how it went; everything else is filled in or may stay empty. With a contact's key: correct it.</summary>
[Needs(Permission.RecordCasework)]
[KeepsDraft]
public sealed class RecordContactPage(Visible visible, Db db, Actor actor, TimeProvider time, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>The kind that a link to this page, a duty or a missed contact asks for.</summary>
    [FromQuery(Name = "kind")]
    public string? AskedKind { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? CountsAs { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>After an activity: the parent or carer whom the young person was handed over to (FAM-1).</summary>
    [BindProperty]
    public string? Handover { get; set; }

    /// <summary>Of the contact that is corrected, as this page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, contact) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (contact is null)
        {
            var now = London.Civil(time.GetUtcNow());
            (On, Time, Outcome, CountsAs) = (DateOnly.FromDateTime(now), TimeOfDay.Write(TimeOnly.FromDateTime(now)), ContactOutcomes.Attended, Domain.CountsAs.Irs);
            Kind = Lists.Has("contact", AskedKind) ? AskedKind : null;
        }
        else
        {
            (On, Time, Kind, Outcome, CountsAs, Version) =
                (DateOnly.FromDateTime(contact.HeldAt), TimeOfDay.Write(TimeOnly.FromDateTime(contact.HeldAt)), contact.Kind, contact.Outcome, contact.CountsAs, contact.Version);
            Minutes = contact.Minutes?.ToString(CultureInfo.InvariantCulture);
            Handover = await HandoverAsync(contact, cancel);
            Note = (await db.Notes.AsNoTracking().FirstOrDefaultAsync(n => n.RowId == contact.Id, cancel))?.Text;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, contact) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (Entry() is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var use = new RecordContact(db, actor, time);
        if (contact is null)
        {
            await use.RunAsync(Of, entry);
        }
        else if (contact.Version != Version)
        {
            return await BothAsync(contact, cancel);
        }
        else
        {
            await use.CorrectAsync(Of, contact, Version, entry);
        }

        return LocalRedirect(Of.Path + "#contacts");
    }

    private async Task<(bool Found, ContactRow? Contact)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var contact = row is null ? null : await visible.RowAsync<ContactRow>(id, row.Value, cancel);
        if ((row is not null && contact is null) || await visible.CaseAsync(id, contact?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, IsCorrection) = (of, contact is not null);
        return (true, contact);
    }

    /// <summary>What was entered, or null with every problem told in its field.</summary>
    private ContactEntry? Entry()
    {
        ModelState.Must(Lists.Has("contact", Kind), nameof(Kind), Words.Key("Choose what kind of contact it was"));
        ModelState.Must(Lists.Has("outcome", Outcome), nameof(Outcome), Words.Key("Choose how it went"));
        ModelState.Must(Lists.Has("counts_as", CountsAs), nameof(CountsAs), Words.Key("Choose what it counts as"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(TimeOfDay.TryRead(Time, out var at), nameof(Time), Words.Key("Enter the time like 14:30"));
        int? minutes = int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1440 ? number : null;
        ModelState.Must(string.IsNullOrWhiteSpace(Minutes) || minutes is not null, nameof(Minutes), Words.Key("Minutes are a whole number from 0 to 1440"));
        ModelState.Must((Note?.Length ?? 0) <= 20_000, nameof(Note), Words.Key("The note is longer than 20,000 characters: shorten it, or divide it"));
        ModelState.Must((Handover?.Length ?? 0) <= 200, nameof(Handover), Words.Key("This is longer than 200 characters: shorten it"));
        ModelState.Must(Handover.OrNothing() is null || HandoverAfterActivity.IsAskedAfter(Kind ?? ""), nameof(Handover), Words.Key("Only after an activity or mentoring is somebody handed over: empty this, or mend the kind"));
        if (On is { } on && ModelState.ErrorCount == 0)
        {
            foreach (var (field, problem) in RecordContact.Problems(on.ToDateTime(at), Outcome!, London.Civil(time.GetUtcNow())))
            {
                ModelState.AddModelError(field, problem);
            }
        }

        return ModelState.ErrorCount > 0 ? null : new(On!.Value.ToDateTime(at), Kind!, Outcome!, CountsAs!, minutes, Note, Handover.OrNothing());
    }

    private async Task<IActionResult> BothAsync(ContactRow theirs, CancellationToken cancel)
    {
        var note = (await db.Notes.AsNoTracking().FirstOrDefaultAsync(n => n.RowId == theirs.Id, cancel))?.Text;
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            new(words["What was it?"], Label("contact", Kind), Label("contact", theirs.Kind)),
            new(words["Day"], On is { } on ? new Days(words).Short(on) : null, new Days(words).Short(DateOnly.FromDateTime(theirs.HeldAt))),
            new(words["Time"], Time, TimeOfDay.Write(TimeOnly.FromDateTime(theirs.HeldAt))),
            new(words["How did it go?"], Label("outcome", Outcome), Label("outcome", theirs.Outcome)),
            new(words["Counts as"], Label("counts_as", CountsAs), Label("counts_as", theirs.CountsAs)),
            new(words["Minutes"], Minutes, theirs.Minutes?.ToString(CultureInfo.InvariantCulture)),
            new(words["Note"], Note, note),
            new(words["Handed over to (after an activity)"], Handover, await HandoverAsync(theirs, cancel))
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<string?> HandoverAsync(ContactRow contact, CancellationToken cancel) =>
        (await visible.OfCase<ContactHandover>(contact.CaseId).AsNoTracking().FirstOrDefaultAsync(h => h.ContactId == contact.Id, cancel))?.ToWhom;

    private string Label(string list, string? code) => words[Reference.Instance.Label(list, code)];
}
