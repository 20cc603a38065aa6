using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Correct;

/// <summary>Mends what was wrongly recorded of a sentence; the dates that change by themselves have pages of their own.</summary>
[Needs(Permission.MendRecord)]
public sealed class CorrectSentencePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : SentencePage(visible, london, words)
{
    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? MainOffence { get; set; }

    [BindProperty]
    public DateOnly? OffenceOn { get; set; }

    [BindProperty]
    public DateOnly? ArrestedOn { get; set; }

    [BindProperty]
    public DateOnly? SentencedOn { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        (Type, MainOffence, OffenceOn, ArrestedOn, SentencedOn, Version) =
            (Sentence.Type, Sentence.MainOffence, Sentence.OffenceOn, Sentence.ArrestedOn, Sentence.SentencedOn, Sentence.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        var kind = Lists.Has("sentence", Type) ? Reference.Instance.KindOf(Type!).ToString().ToLowerInvariant() : null;
        Must(kind is not null, nameof(Type), Words.Key("Choose the sentence"));
        Must(Lists.Has("offence", MainOffence), nameof(MainOffence), Words.Key("Choose the main offence"));
        MustBe(SentencedOn, nameof(SentencedOn), Words.Key("Enter the day of sentence"), Person.DateOfBirth, Words.Key("This is before the young person was born"));
        Must(!(OffenceOn > SentencedOn), "OffenceOn-day", Words.Key("The offence cannot be after the sentence"));
        Must(!(ArrestedOn > SentencedOn), "ArrestedOn-day", Words.Key("The arrest cannot be after the sentence"));
        Must(!(SentencedOn > Sentence.ReleasedOn), "SentencedOn-day", Words.Key("This is after the day of release that is recorded. Mend the day of release first"));
        if (kind is not null && kind != Sentence.Kind)
        {
            var held = await Visible.OfSentence<SentenceDate>(row).AnyAsync(d => d.What == SentenceDate.ExpectedRelease && d.ValueOn != null, cancel);
            Must(kind == "custodial" || (Sentence.ReleasedOn is null && !held), nameof(Type), Words.Key("A release or an expected release is recorded, so this cannot be a sentence in the community. Take this sentence out as recorded by mistake, and enter the right one"));
        }

        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        if (Sentence.Version != Version)
        {
            return Both();
        }

        var was = SentenceCells.Of(Sentence);
        Sentence.Correct(Version);
        (Sentence.Type, Sentence.Kind, Sentence.MainOffence, Sentence.OffenceOn, Sentence.ArrestedOn, Sentence.SentencedOn) = (Type!, kind!, MainOffence!, OffenceOn, ArrestedOn, SentencedOn!.Value);
        await db.SaveAsync(actor, time, new SentenceCorrected(row, was, SentenceCells.Of(Sentence)) { PersonId = id });
        return LocalRedirect(Back);
    }

    private PageResult Both()
    {
        Conflict = Conflict.Between(
            null,
            new(Words["Sentence"], Words[Reference.Instance.Label("sentence", Type)], Words[Reference.Instance.Label("sentence", Sentence.Type)]),
            new(Words["Main offence"], Words[Reference.Instance.Label("offence", MainOffence)], Words[Reference.Instance.Label("offence", Sentence.MainOffence)]),
            new(Words["Day of the offence"], Shown(OffenceOn), Shown(Sentence.OffenceOn)),
            new(Words["Day of arrest"], Shown(ArrestedOn), Shown(Sentence.ArrestedOn)),
            new(Words["Day of sentence"], Shown(SentencedOn), Shown(Sentence.SentencedOn))
        );
        ModelState.Remove(nameof(Version));
        Version = Sentence.Version;
        return Refused(StatusCodes.Status409Conflict);
    }
}
