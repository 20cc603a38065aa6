using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.Tell;

/// <summary>What went between the scheme, the home YOT and the establishment (REL-7, REL-10): a day, with whom, and what was said.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordExchangePage(Visible visible, Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? WithWhom { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public string What { get; private set; } = "";

    public bool IsCorrection { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string exchange, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, exchange, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        (On, WithWhom, Note, Version) = held is null ? (london.Today, null, null, 0) : (held.HeldOn, held.WithWhom, held.Note, held.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string exchange, Guid? row, CancellationToken cancel)
    {
        var (found, held) = await FindAsync(id, exchange, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must((WithWhom?.Length ?? 0) <= 200, nameof(WithWhom), Words.Key("This is longer than 200 characters: shorten it"));
        ModelState.Must((Note?.Length ?? 0) <= 20_000, nameof(Note), Words.Key("The note is longer than 20,000 characters: shorten it, or divide it"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var said = new ExchangeSaid(What, On!.Value, WithWhom.OrNothing(), Note.OrNothing());
        if (held is not null && held.Version != Version)
        {
            return await BothAsync(held, said, cancel);
        }

        await SaveAsync(held, said);
        return LocalRedirect(Of.To("release") + "#exchanges");
    }

    private async Task SaveAsync(ExchangeRow? held, ExchangeSaid said)
    {
        HistoryEvent happened;
        var row = held ?? new ExchangeRow { CaseId = Of.Case.Id, What = said.What };
        if (held is null)
        {
            db.Add(row);
            happened = new ExchangeRecorded(row.Id, said) { PersonId = Of.Person.Id, CaseId = Of.Case.Id };
        }
        else
        {
            happened = new ExchangeCorrected(row.Id, Said(held), said) { PersonId = Of.Person.Id, CaseId = Of.Case.Id };
            row.Correct(Version);
        }

        (row.HeldOn, row.WithWhom, row.Note) = (said.On, said.WithWhom, said.Note);
        await db.SaveAsync(actor, time, happened);
    }

    private async Task<(bool Found, ExchangeRow? Held)> FindAsync(Guid id, string exchange, Guid? row, CancellationToken cancel)
    {
        var held = row is null ? null : await visible.RowAsync<ExchangeRow>(id, row.Value, cancel);
        if (!Exchanges.All.Contains(exchange) || (row is not null && held?.What != exchange) || await visible.CaseAsync(id, held?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, What, IsCorrection) = (of, exchange, held is not null);
        return (true, held);
    }

    private async Task<IActionResult> BothAsync(ExchangeRow theirs, ExchangeSaid mine, CancellationToken cancel)
    {
        var days = new Days(words);
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            new(words["Day"], days.Short(mine.On), days.Short(theirs.HeldOn)),
            new(words["With whom?"], mine.WithWhom, theirs.WithWhom),
            new(words["Note"], mine.Note, theirs.Note)
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static ExchangeSaid Said(ExchangeRow row) => new(row.What, row.HeldOn, row.WithWhom, row.Note);
}
