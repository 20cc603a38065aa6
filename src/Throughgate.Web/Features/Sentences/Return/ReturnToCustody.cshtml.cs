using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sentences.Return;

/// <summary>A recall, or another return to custody under the same order: the case stays open, and what custody asks is asked again (OPN-4).</summary>
[Needs(Permission.MendRecord)]
[Rule("OPN-4")]
public sealed class ReturnToCustodyPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : SentencePage(visible, london, words)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Establishment { get; set; }

    [BindProperty]
    public DateOnly? ExpectedOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    /// <summary>What has to be recorded first; null where nothing stands in the way.</summary>
    public string? InTheWay { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindReturnAsync(id, row, cancel))
        {
            return NotFound();
        }

        (On, EndsOn) = (Today, (await NewestAsync(SentenceDate.Ends, cancel))?.ValueOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindReturnAsync(id, row, cancel))
        {
            return NotFound();
        }

        MustBe(On, nameof(On), Words.Key("Enter the day of the return"), Sentence.ReleasedOn, Words.Key("This is before the release"));
        Must(Reason is not null && ReturnToCustody.Reasons.ContainsKey(Reason), nameof(Reason), Words.Key("Choose why"));
        Must(string.IsNullOrEmpty(Establishment) || Reference.Instance.Establishments.ContainsKey(Establishment), nameof(Establishment), Words.Key("Choose the establishment"));
        Must(!(ExpectedOn < On), "ExpectedOn-day", Words.Key("This is before the return to custody"));
        Must(!(EndsOn < On), "EndsOn-day", Words.Key("This is before the return to custody"));
        Must(ExpectedOn is null || Text(SaidBy) is not null, nameof(SaidBy), Words.Key("Say who gave this date"));
        MustBeShort(SaidBy, nameof(SaidBy), isName: true);
        if (ModelState.ErrorCount > 0 || InTheWay is not null)
        {
            return Refused();
        }

        var entry = new ReturnEntry(On!.Value, Reason!, Text(Establishment), ExpectedOn, EndsOn, Text(SaidBy));
        await new ReturnToCustody(db, actor, time).RunAsync(Sentence, entry, Today);
        return LocalRedirect(Back);
    }

    private async Task<bool> FindReturnAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel) || !IsCustodial)
        {
            return false;
        }

        InTheWay =
            Sentence.ReleasedOn is null ? Words.Key("No release is recorded. Record the release first, then the return.")
            : await Visible.OfPerson<Sentence>(id).AnyAsync(s => s.FollowsId == row, cancel) ? Words.Key("A return after this release is recorded already. Look under that one.")
            : null;
        return true;
    }
}
