using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Practice.Write;

/// <summary>A note of emerging practice: write one, or with a note's key write it anew. A published note is read in its new version at once.</summary>
[Needs(Permission.ManageScheme)]
public sealed class WriteNotePage(Db db, Actor actor, Visible visible, TimeProvider time, Words words) : PageModel
{
    public const int LongestTitle = 150;
    public const int LongestText = 4_000;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Pathway { get; set; }

    [BindProperty]
    public string? Done { get; set; }

    [BindProperty]
    public string? ForWhom { get; set; }

    [BindProperty]
    public string? Changed { get; set; }

    /// <summary>Publish it with this; a draft where not.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>Of the note, as this page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public PracticeNote? Note { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? row, CancellationToken cancel)
    {
        if (await FindAsync(row, cancel) is not { } text)
        {
            return row is null ? Page() : NotFound();
        }

        (Title, Pathway, Done, ForWhom, Changed, Version) = (text.Title, text.Pathway, text.Done, text.ForWhom, text.Changed, Note!.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? row, CancellationToken cancel)
    {
        var held = await FindAsync(row, cancel);
        if (row is not null && held is null)
        {
            return NotFound();
        }

        (Title, Done, ForWhom, Changed) = (Title.OrNothing(), Done.OrNothing(), ForWhom.OrNothing(), Changed.OrNothing());
        await CheckAsync(cancel);
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Note is not null && Note.Version != Version)
        {
            return Both(held!);
        }

        return LocalRedirect($"/practice/{await SaveAsync(held)}");
    }

    private async Task<Guid> SaveAsync(PracticeNoteText? held)
    {
        var now = time.GetUtcNow();
        var note = Note ?? new PracticeNote { Scheme = actor.Scheme! };
        if (Note is null)
        {
            db.Add(note);
        }
        else
        {
            note.Version++;
        }

        var text = new PracticeNoteText { NoteId = note.Id, Number = (held?.Number ?? 0) + 1, Title = Title!, Pathway = Pathway!, Done = Done!, ForWhom = ForWhom!, Changed = Changed!, At = now };
        db.Add(text);
        var happened = new List<HistoryEvent> { new PracticeNoteWritten(note.Id, note.Scheme, text.Number, text.Pathway, text.Title, text.Done, text.ForWhom, text.Changed) };
        if (Do == "publish" && !note.IsPublished)
        {
            (note.PublishedAt, note.WithdrawnAt) = (now, null);
            happened.Add(new PracticeNotePublished(note.Id, note.Scheme, text.Title));
        }

        await db.SaveAsync(actor, time, happened);
        return note.Id;
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        ModelState.Must(Title is { Length: <= LongestTitle }, nameof(Title), Words.Key("Give it a title of at most 150 characters"));
        ModelState.Must(Lists.Has("pathway", Pathway), nameof(Pathway), Words.Key("Choose the pathway"));
        ModelState.Must(Done is { Length: <= LongestText }, nameof(Done), Words.Key("Say what was done, in at most 4,000 characters"));
        ModelState.Must(ForWhom is { Length: <= LongestText }, nameof(ForWhom), Words.Key("Say for whom, in at most 4,000 characters"));
        ModelState.Must(Changed is { Length: <= LongestText }, nameof(Changed), Words.Key("Say what changed, in at most 4,000 characters"));
        var names = await visible.People.Select(p => new { p.FirstName, p.LastName, p.Reference }).ToListAsync(cancel);
        foreach (var (field, text) in new[] { (nameof(Title), Title), (nameof(Done), Done), (nameof(ForWhom), ForWhom), (nameof(Changed), Changed) })
        {
            // Two words in either order, as one writes a name; the message does not say whose.
            var said = $" {Names.Fold(text ?? "")} ";
            var named = names.Any(n => said.Contains($" {Names.Fold($"{n.FirstName} {n.LastName}")} ", StringComparison.Ordinal) || said.Contains($" {Names.Fold($"{n.LastName} {n.FirstName}")} ", StringComparison.Ordinal) || said.Contains($" {Names.Fold(n.Reference)} ", StringComparison.Ordinal));
            ModelState.Must(!named, field, Words.Key("A young person of your scheme is named here. Others read this: name nobody."));
        }
    }

    private PageResult Both(PracticeNoteText held)
    {
        Conflict = Conflict.Between(
            null,
            new(words["Title"], Title, held.Title),
            new(words["Pathway"], Label(Pathway), Label(held.Pathway)),
            new(words["What was done"], Done, held.Done),
            new(words["For whom"], ForWhom, held.ForWhom),
            new(words["What changed"], Changed, held.Changed)
        );
        ModelState.Remove(nameof(Version));
        Version = Note!.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string Label(string? code) => words[Reference.Instance.Label("pathway", code)];

    private async Task<PracticeNoteText?> FindAsync(Guid? row, CancellationToken cancel)
    {
        Note = await db.Set<PracticeNote>().FirstOrDefaultAsync(n => n.Id == row && n.Scheme == actor.Scheme, cancel);
        return Note is null ? null : await db.Set<PracticeNoteText>().AsNoTracking().Where(t => t.NoteId == row).OrderByDescending(t => t.Number).FirstAsync(cancel);
    }
}
