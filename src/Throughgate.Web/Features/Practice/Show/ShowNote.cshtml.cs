using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Practice.Show;

/// <summary>One note. Its scheme's manager publishes it, changes it and takes it back, and sees each version; to anybody else a note that is not published does not exist.</summary>
[Needs(Permission.SeeReturn, Or = [Permission.SeeCounts])]
public sealed class ShowNotePage(Db db, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public NoteInList Note { get; private set; } = null!;

    public bool IsMine => actor.May(Permission.ManageScheme) && Note.Note.Scheme == actor.Scheme;

    /// <summary>The versions before, newest first: for its own scheme.</summary>
    public IReadOnlyList<PracticeNoteText> Before { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel) => await FindAsync(row, cancel) ? Page() : NotFound();

    [Needs(Permission.ManageScheme)]
    public Task<IActionResult> OnPostPublishAsync(Guid row, CancellationToken cancel) =>
        ChangeAsync(row, n => !n.IsPublished, n => (n.PublishedAt, n.WithdrawnAt) = (time.GetUtcNow(), null), t => new PracticeNotePublished(row, actor.Scheme!, t.Title), cancel);

    [Needs(Permission.ManageScheme)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid row, CancellationToken cancel) =>
        ChangeAsync(row, n => n.IsPublished, n => n.WithdrawnAt = time.GetUtcNow(), t => new PracticeNoteWithdrawn(row, actor.Scheme!, t.Title), cancel);

    private async Task<IActionResult> ChangeAsync(Guid row, Predicate<PracticeNote> may, Action<PracticeNote> change, Func<PracticeNoteText, HistoryEvent> happened, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel) || !IsMine)
        {
            return NotFound();
        }

        if (Note.Note.Version != Version || !may(Note.Note))
        {
            ModelState.Clear();
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var followed = await db.Set<PracticeNote>().SingleAsync(n => n.Id == row, cancel);
        change(followed);
        followed.Version++;
        await db.SaveAsync(actor, time, happened(Note.Text));
        return LocalRedirect($"/practice/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        var note = await db.Set<PracticeNote>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == row, cancel);
        if (note is null || !(note.IsPublished || (actor.May(Permission.ManageScheme) && note.Scheme == actor.Scheme)))
        {
            return false;
        }

        var texts = await db.Set<PracticeNoteText>().AsNoTracking().Where(t => t.NoteId == row).OrderByDescending(t => t.Number).ToListAsync(cancel);
        Note = new(note, texts[0]);
        Before = IsMine ? texts[1..] : [];
        return true;
    }
}
