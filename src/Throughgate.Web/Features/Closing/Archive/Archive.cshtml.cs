using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Archive;

/// <summary>Archiving the YOT's file of a programme: what stands against it, each with where it is ended; else the day (OPN-9).</summary>
[Needs(Permission.RecordCasework)]
public sealed class ArchivePage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<FileIsNeeded> Reasons { get; private set; } = [];

    /// <summary>Where it was archived already; null where it was not.</summary>
    public ArchivedFile? Archived { get; private set; }

    private CaseFacts _facts = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        On = london.Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || Archived is not null)
        {
            return NotFound();
        }

        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it when it has happened"));
        if (ModelState.ErrorCount == 0)
        {
            Reasons = await new ArchiveFile(db, actor, time).RunAsync(Of, _facts, On!.Value);
            if (Reasons.Count == 0)
            {
                return LocalRedirect(Of.Path);
            }

            ModelState.AddModelError("On-day", Words.Key("It cannot be archived yet: what still needs the file is listed here"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Archived = await visible.OfCase<ArchivedFile>(of.Case.Id).AsNoTracking().FirstOrDefaultAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var facts = await db.Database.GetDbConnection().FactsOfAsync([id], Gather.Contacts, cancel);
        _facts = facts.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id);
        Reasons = FileKeptOpen.Reasons(_facts, On ?? london.Today);
        return true;
    }
}
