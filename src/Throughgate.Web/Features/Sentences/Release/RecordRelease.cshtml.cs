using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Release;

/// <summary>The day of release; or, where it was recorded wrongly, the right day, or that there was none.</summary>
[Needs(Permission.MendRecord)]
public sealed class RecordReleasePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : SentencePage(visible, london, words)
{
    [BindProperty]
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>"yes" where the release on record did not happen.</summary>
    [BindProperty]
    public string? Mistaken { get; set; }

    /// <summary>The return to custody after this release; null where there was none.</summary>
    public Sentence? Return { get; private set; }

    public SentenceDate? Expected { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindReleaseAsync(id, row, cancel))
        {
            return NotFound();
        }

        ReleasedOn = Sentence.ReleasedOn ?? (Expected?.ValueOn <= Today ? Expected.ValueOn : Today);
        Version = Sentence.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindReleaseAsync(id, row, cancel))
        {
            return NotFound();
        }

        var mistaken = Mistaken == "yes" && Sentence.ReleasedOn is not null;
        if (mistaken)
        {
            ModelState.Remove("ReleasedOn-day");
            ModelState.Remove("ReleasedOn-month");
            ModelState.Remove("ReleasedOn-year");
            Must(Return is null, nameof(Mistaken), Words.Key("A return to custody after this release is recorded. Take that out first"));
        }
        else
        {
            MustBe(ReleasedOn, nameof(ReleasedOn), Words.Key("Enter the day of release"), Sentence.SentencedOn, Words.Key("This is before the sentence"));
            Must(!(ReleasedOn > Return?.SentencedOn), "ReleasedOn-day", Words.Key("This is after the return to custody that is recorded"));
        }

        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        DateOnly? value = mistaken ? null : ReleasedOn;
        if (Sentence.Version != Version)
        {
            Conflict = Conflict.Between(null, new Differs(Words["Released"], Shown(value), Shown(Sentence.ReleasedOn)));
            ModelState.Remove(nameof(Version));
            Version = Sentence.Version;
            return Refused(StatusCodes.Status409Conflict);
        }

        var was = Sentence.ReleasedOn;
        Sentence.Correct(Version);
        Sentence.ReleasedOn = value;
        await db.SaveAsync(actor, time, new ReleaseEntered(row, was, value) { PersonId = id });
        return LocalRedirect(Back);
    }

    private async Task<bool> FindReleaseAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel) || !IsCustodial)
        {
            return false;
        }

        Return = await Visible.OfPerson<Sentence>(id).Where(s => s.FollowsId == row).OrderBy(s => s.SentencedOn).FirstOrDefaultAsync(cancel);
        Expected = await NewestAsync(SentenceDate.ExpectedRelease, cancel);
        return true;
    }
}
