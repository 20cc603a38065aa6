using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Transfer;

/// <summary>Another establishment, from a day on; the one before stays on record.</summary>
[Needs(Permission.MendRecord)]
public sealed class TransferSentencePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : SentencePage(visible, london, words)
{
    [BindProperty]
    public string? Establishment { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    /// <summary>How many places there were when this page was opened.</summary>
    [BindProperty]
    public int Counted { get; set; }

    /// <summary>Where the young person is held by what is recorded; null where it is not known.</summary>
    public Placement? Newest { get; private set; }

    /// <summary>Where that is must not be disclosed: neither said, nor found out by trying.</summary>
    public bool IsKept { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindPlaceAsync(id, row, cancel))
        {
            return NotFound();
        }

        (On, Counted) = (Today, Count);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindPlaceAsync(id, row, cancel))
        {
            return NotFound();
        }

        Must(Establishment is not null && Reference.Instance.Establishments.ContainsKey(Establishment), nameof(Establishment), Words.Key("Choose the establishment"));
        Must(IsKept || Newest?.Establishment is null || Establishment != Newest.Establishment, nameof(Establishment), Words.Key("This is where the young person is held already"));
        MustBe(On, nameof(On), Words.Key("Enter the day of the move"), Newest?.FromOn ?? Sentence.SentencedOn, Words.Key("This is before the last move, or before the sentence"));
        Must(!(On > Sentence.ReleasedOn), "On-day", Words.Key("This is after the release that is recorded"));
        MustBeShort(SaidBy, nameof(SaidBy), isName: true);
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        if (Counted != Count)
        {
            Conflict = Conflict.Between(null, new Differs(Words["Held at"], Reference.Instance.EstablishmentName(Establishment), IsKept ? null : Reference.Instance.EstablishmentName(Newest?.Establishment)));
            ModelState.Remove(nameof(Counted));
            Counted = Count;
            return Refused(StatusCodes.Status409Conflict);
        }

        db.Add(new Placement { SentenceId = row, Establishment = Establishment, FromOn = On!.Value, SaidBy = Text(SaidBy), Position = Count });
        await db.SaveAsync(actor, time, new YoungPersonTransferred(row, Newest?.Establishment, Establishment!, On.Value) { PersonId = id });
        return LocalRedirect(Back);
    }

    private int Count => Newest is null ? 0 : Newest.Position + 1;

    private async Task<bool> FindPlaceAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel) || Sentence.Kind is not ("custodial" or "remand"))
        {
            return false;
        }

        IsKept = (await Visible.UndisclosedAsync(cancel)).Contains(id);
        Newest = await Visible.OfSentence<Placement>(row).OrderByDescending(p => p.Position).FirstOrDefaultAsync(cancel);
        return true;
    }
}
