using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Stop;

/// <summary>A young person asks to stop: heard, in their own words, with what stays open to them and the day on which they are asked to come back (OPN-12).</summary>
[Needs(Permission.RecordCasework)]
public sealed class StopPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures) : PageModel
{
    private const int WeeksToOffer = 4;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    [BindProperty]
    public bool ToldDropIn { get; set; }

    [BindProperty]
    public DateOnly? ComeBack { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<WishToStopRow> Wishes { get; private set; } = [];

    /// <summary>The last day of drop-in and crisis support (OPN-8); null where it has passed or is not known.</summary>
    public DateOnly? DropInUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var offer = Today.AddDays(7 * WeeksToOffer);
        (On, ComeBack) = (Today, offer > DropInUntil ? DropInUntil : offer);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > Today), "On-day", Words.Key("This day is still to come: record it when it has happened"));
        ModelState.Must(!string.IsNullOrWhiteSpace(OwnWords) && OwnWords.Length <= 5000, nameof(OwnWords), Words.Key("Write what they said, in at most 5,000 characters"));
        ModelState.Must(ComeBack is not null || ModelState.ErrorCount > 0, "ComeBack-day", Words.Key("Enter the day by which they are asked to come back"));
        ModelState.Must(!(ComeBack < On), "ComeBack-day", Words.Key("This is before the day on which they asked to stop"));
        ModelState.Must(!(ComeBack > DropInUntil), "ComeBack-day", Words.Key("This is after the last day of support: choose a day before it"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new WishToStopRow { CaseId = Of.Case.Id, AskedOn = On!.Value, OwnWords = OwnWords.OrNothing()!, ToldDropIn = ToldDropIn, ComeBackOn = ComeBack!.Value };
        db.Add(row);
        await db.SaveAsync(actor, time, new AskedToStop(row.Id, row.AskedOn, row.OwnWords, row.ToldDropIn, row.ComeBackOn) { PersonId = id, CaseId = Of.Case.Id });
        return LocalRedirect(Of.To("stop"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Wishes = await visible.OfCase<WishToStopRow>(of.Case.Id).AsNoTracking().OrderByDescending(w => w.AskedOn).ThenByDescending(w => w.Id).ToListAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var facts = await db.Database.GetDbConnection().FactsOfAsync([id], Gather.None, cancel);
        DropInUntil = DropIn.OpenUntil(facts.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id), Today, await figures.ReadAsync(cancel));
        return true;
    }
}
