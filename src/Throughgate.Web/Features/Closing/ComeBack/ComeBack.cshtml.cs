using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.ComeBack;

/// <summary>Somebody who asked to stop is asked to come back: when, and what they said; or another day is agreed for it.</summary>
[Needs(Permission.RecordCasework)]
public sealed class ComeBackPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public DateOnly? By { get; set; }

    [BindProperty]
    public DateOnly? Offered { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public WishToStopRow Wish { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        (By, Offered, Answer, Version) = (Wish.ComeBackOn, Wish.OfferedOn, Wish.Answer, Wish.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        var answer = Answer.OrNothing();
        ModelState.Must(By is not null || ModelState.ErrorCount > 0, "By-day", Words.Key("Enter the day by which they are asked to come back"));
        ModelState.Must(!(By < Wish.AskedOn), "By-day", Words.Key("This is before the day on which they asked to stop"));
        ModelState.Must(!(Offered > london.Today), "Offered-day", Words.Key("This day is still to come: record it when it has happened"));
        ModelState.Must(!(Offered < Wish.AskedOn), "Offered-day", Words.Key("This is before the day on which they asked to stop"));
        ModelState.Must(Offered is null || answer is not null, nameof(Answer), Words.Key("Write what they answered"));
        ModelState.Must(answer is null || Offered is not null || ModelState.ErrorCount > 0, "Offered-day", Words.Key("Enter the day on which they were asked"));
        ModelState.Must((answer?.Length ?? 0) <= 5000, nameof(Answer), Words.Key("Write at most 5,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Wish.Version != Version)
        {
            return await BothAsync(cancel);
        }

        Wish.Correct(Version);
        var told = new AskedToComeBack(Wish.Id, By!.Value, Offered, answer, Wish.ComeBackOn, Wish.OfferedOn) { PersonId = id, CaseId = Of.Case.Id };
        (Wish.ComeBackOn, Wish.OfferedOn, Wish.Answer) = (By.Value, Offered, answer);
        await db.SaveAsync(actor, time, told);
        return LocalRedirect(Of.To("stop"));
    }

    private async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await visible.RowAsync<WishToStopRow>(id, row, cancel) is not { } wish || await visible.CaseAsync(id, wish.CaseId, cancel) is not { } of)
        {
            return false;
        }

        (Of, Wish) = (of, wish);
        return true;
    }

    private async Task<IActionResult> BothAsync(CancellationToken cancel)
    {
        var days = new Days(words);
        string? Day(DateOnly? day) => day is { } known ? days.Short(known) : null;
        Conflict = Conflict.Between(
            await db.ByAsync(Of.Case.Id, cancel),
            new(words["By when are they asked to come back?"], Day(By), Day(Wish.ComeBackOn)),
            new(words["Asked on"], Day(Offered), Day(Wish.OfferedOn)),
            new(words["What did they answer?"], Answer, Wish.Answer)
        );
        ModelState.Remove(nameof(Version));
        Version = Wish.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
