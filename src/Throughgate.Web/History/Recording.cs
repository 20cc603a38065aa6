using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>Somebody else changed the row after this page was opened: nothing was saved, and both versions must be shown.</summary>
public sealed class ChangedMeanwhileException() : Exception("Somebody else changed this record a moment ago. Nothing of yours was saved.");

/// <summary>
/// How a row of the caseload is corrected or voided here. Both need the version that the page showed; the event that says what was, what is and why
/// goes with <see cref="Saving.SaveAsync"/>. A new row is simply added to the context.
/// </summary>
public static class Recording
{
    /// <summary>Call before changing the row. It is ours from now on: an import keeps it and lists the difference.</summary>
    /// <param name="shown">The version that the page was opened on.</param>
    /// <exception cref="ChangedMeanwhileException">The row is at another version.</exception>
    public static void Correct(this Row row, int shown)
    {
        if (row.Version != shown)
        {
            throw new ChangedMeanwhileException();
        }

        row.Version++;
        row.Origin = Origins.Recorded;
    }

    /// <summary>Takes a wrongly recorded row out of every rule, page and figure; it stays in the database, and the next import does not bring it back.</summary>
    /// <exception cref="ChangedMeanwhileException">The row is at another version.</exception>
    public static void Void(this Row row, int shown)
    {
        row.Correct(shown);
        row.Voided = true;
    }

    /// <summary>What was written with a row; an empty text takes it away.</summary>
    public static async Task WriteNoteAsync(this Db db, Guid row, Guid kase, string? text)
    {
        var note = await db.Notes.FindAsync(row);
        var written = string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
        if (note is null && written is not null)
        {
            db.Notes.Add(new Note { RowId = row, CaseId = kase, Text = written });
        }
        else if (note is not null && written is null)
        {
            db.Notes.Remove(note);
        }
        else if (note is not null)
        {
            note.Text = written!;
        }
    }
}
