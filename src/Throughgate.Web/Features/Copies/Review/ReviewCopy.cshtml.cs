using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Copies.Review;

/// <summary>
/// What of a copy is about others: ticked cell by cell, off by default. Whoever did not prepare it looks it through and approves it; a tick changed later
/// takes the approval back. Only then is it taken out.
/// </summary>
[Needs(Permission.Export)]
[Fresh("What leaves the program is out of its hands")]
public sealed class ReviewCopyPage(Visible visible, Db db, Actor actor, TimeProvider time, Seen seen, Words words) : PageModel
{
    [BindProperty]
    public List<string> Ticked { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public CopyOf Copy { get; private set; } = null!;

    public bool MayApprove => Copy.Row.ApprovedAt is null && Copy.Row.ById != actor.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel) => await FindAsync(id, row, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        if (Copy.Row.Version != Version)
        {
            return Meanwhile();
        }

        var offered = Copy.AboutOthers.Select(c => c.Item).ToHashSet(StringComparer.Ordinal);
        var wanted = Ticked.Where(offered.Contains).ToHashSet(StringComparer.Ordinal);
        db.RemoveRange(await db.Set<SubjectCopyItem>().Where(i => i.CopyId == row && !wanted.Contains(i.Item)).ToListAsync(cancel));
        db.AddRange(wanted.Where(w => !Copy.Ticked.Contains(w)).Select(w => new SubjectCopyItem { CopyId = row, Item = w }));
        Copy.Row.Correct(Version);
        (Copy.Row.ApprovedAt, Copy.Row.ApprovedBy, Copy.Row.ApprovedById) = (null, null, null);
        await db.SaveAsync(actor, time, new CopyTicked(row, Copy.Row.Recipient, wanted.Count) { PersonId = id });
        return LocalRedirect($"/young-people/{id}/copies/{row}");
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel) || !MayApprove)
        {
            return NotFound();
        }

        if (Copy.Row.Version != Version)
        {
            return Meanwhile();
        }

        Copy.Row.Correct(Version);
        (Copy.Row.ApprovedAt, Copy.Row.ApprovedBy, Copy.Row.ApprovedById) = (time.GetUtcNow(), actor.Name, actor.Id);
        await db.SaveAsync(actor, time, new CopyApproved(row, Copy.Row.Recipient) { PersonId = id });
        return LocalRedirect($"/young-people/{id}/copies/{row}");
    }

    /// <summary>The files, once it is approved.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel) || Copy.Row.ApprovedAt is null)
        {
            return NotFound();
        }

        seen.Exported("copy of a record");
        seen.Note("copy", row.ToString());
        seen.Note("recipient", Copy.Row.Recipient);
        return File(Copy.Zip(words, actor.Name, time.GetUtcNow()), "application/zip", "copy.zip");
    }

    private PageResult Meanwhile()
    {
        ModelState.Clear();
        Version = Copy.Row.Version;
        ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await CopyOf.FindAsync(visible, db, id, row, cancel) is not { } copy)
        {
            return false;
        }

        Copy = copy;
        return true;
    }
}
