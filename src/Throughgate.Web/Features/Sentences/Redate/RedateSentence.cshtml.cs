using Microsoft.AspNetCore.Mvc;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Redate;

/// <summary>
/// A new expected release, or a new last day of the order: a further row with who said so and since when, never a value overwritten, so that every
/// past day keeps what was known on it.
/// </summary>
[Needs(Permission.MendRecord)]
public sealed class RedateSentencePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : SentencePage(visible, london, words)
{
    [BindProperty]
    public DateOnly? ValueOn { get; set; }

    /// <summary>"yes" where no date is known any more.</summary>
    [BindProperty]
    public string? Unknown { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    [BindProperty]
    public DateOnly? KnownFrom { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>How many values there were when this page was opened.</summary>
    [BindProperty]
    public int Counted { get; set; }

    /// <summary><see cref="SentenceDate.ExpectedRelease"/> or <see cref="SentenceDate.Ends"/>.</summary>
    public string What { get; private set; } = "";

    public bool IsEnd => What == SentenceDate.Ends;

    /// <summary>What is known now; null where nothing was ever recorded.</summary>
    public SentenceDate? Newest { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, string what, CancellationToken cancel)
    {
        if (!await FindDateAsync(id, row, what, cancel))
        {
            return NotFound();
        }

        (KnownFrom, Counted) = (Today, Count);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, string what, CancellationToken cancel)
    {
        if (!await FindDateAsync(id, row, what, cancel))
        {
            return NotFound();
        }

        var unknown = Unknown == "yes";
        Must(!unknown || ValueOn is null, nameof(Unknown), Words.Key("Give the new date, or say that none is known: not both"));
        if (!unknown)
        {
            MustBe(ValueOn, nameof(ValueOn), Words.Key("Enter the new date, or say that none is known"), Sentence.SentencedOn, Words.Key("This is before the sentence"), notAfterToday: false);
        }

        Must(Text(SaidBy) is not null, nameof(SaidBy), Words.Key("Say who gave this date"));
        MustBeShort(SaidBy, nameof(SaidBy), isName: true);
        MustBeShort(Note, nameof(Note));
        MustBe(KnownFrom, nameof(KnownFrom), Words.Key("Enter the day on which it was said"), Newest?.KnownFrom, Words.Key("A later change is recorded already. Enter the day of that change or one after it"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        var value = unknown ? null : ValueOn;
        if (Counted != Count)
        {
            Conflict = Conflict.Between(null, new Differs(Words[IsEnd ? "Order or licence ends" : "Expected release"], Shown(value), Shown(Newest?.ValueOn)));
            ModelState.Remove(nameof(Counted));
            Counted = Count;
            return Refused(StatusCodes.Status409Conflict);
        }

        db.Add(new SentenceDate { SentenceId = row, What = What, ValueOn = value, KnownFrom = KnownFrom!.Value, SaidBy = Text(SaidBy), Note = Text(Note), Position = Count });
        await db.SaveAsync(actor, time, new SentenceDateChanged(row, What, Newest?.ValueOn, value, KnownFrom.Value, Text(SaidBy)!) { PersonId = id, Why = Text(Note) });
        return LocalRedirect(Back);
    }

    private int Count => Newest is null ? 0 : Newest.Position + 1;

    private async Task<bool> FindDateAsync(Guid id, Guid row, string what, CancellationToken cancel)
    {
        What = what switch { "release" => SentenceDate.ExpectedRelease, "end" => SentenceDate.Ends, _ => "" };
        if (What.Length == 0 || !await FindAsync(id, row, cancel) || (What == SentenceDate.ExpectedRelease && !IsCustodial))
        {
            return false;
        }

        Newest = await NewestAsync(What, cancel);
        return true;
    }
}
