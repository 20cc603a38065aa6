using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Practice;

/// <summary>A note with its newest text, as a list has it.</summary>
public sealed record NoteInList(PracticeNote Note, PracticeNoteText Text)
{
    public string SchemeName => Reference.Instance.Schemes.TryGetValue(Note.Scheme, out var scheme) ? scheme.Name : Note.Scheme;

    public string PathwayLabel => Reference.Instance.Label("pathway", Text.Pathway);
}

public static class NotesOf
{
    /// <summary>What everybody may read who sees figures, the newest first.</summary>
    public static async Task<IReadOnlyList<NoteInList>> PublishedNotesAsync(this Db db, string? pathway, int? most, CancellationToken cancel)
    {
        var notes = Newest(db).Where(n => n.Note.PublishedAt != null && n.Note.WithdrawnAt == null && (pathway == null || n.Text.Pathway == pathway)).OrderByDescending(n => n.Note.PublishedAt);
        return [.. (await (most is { } few ? notes.Take(few) : notes).ToListAsync(cancel)).Select(n => new NoteInList(n.Note, n.Text))];
    }

    /// <summary>All of a scheme, drafts and what was taken back too.</summary>
    public static async Task<IReadOnlyList<NoteInList>> NotesOfSchemeAsync(this Db db, string scheme, CancellationToken cancel) =>
        [.. (await Newest(db).Where(n => n.Note.Scheme == scheme).OrderByDescending(n => n.Text.At).ToListAsync(cancel)).Select(n => new NoteInList(n.Note, n.Text))];

    private static IQueryable<Pair> Newest(Db db) =>
        from note in db.Set<PracticeNote>().AsNoTracking()
        join text in db.Set<PracticeNoteText>().AsNoTracking() on note.Id equals text.NoteId
        where text.Number == db.Set<PracticeNoteText>().Where(t => t.NoteId == note.Id).Max(t => t.Number)
        select new Pair { Note = note, Text = text };

    private sealed class Pair
    {
        public required PracticeNote Note { get; init; }
        public required PracticeNoteText Text { get; init; }
    }
}
