using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Partners.Show;

/// <summary>One partner: its agreements, what each allows, an end before its day, and the end of working with it.</summary>
[Needs(Permission.ManageScheme)]
public sealed class ShowPartnerPage(Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public PartnerSeen Partner { get; private set; } = null!;

    public DateOnly Today => london.Today;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel) => await FindAsync(row, cancel) ? Page() : NotFound();

    /// <summary>An agreement ends today: what it allowed stops from tomorrow on; one that has not begun never holds.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid row, Guid agreement, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel) || Partner.Agreements.FirstOrDefault(a => a.Row.Id == agreement && a.Row.UntilOn > Today)?.Row is not { } ending)
        {
            return NotFound();
        }

        if (ending.Version != Version)
        {
            return Meanwhile();
        }

        var (was, until) = (ending.UntilOn, ending.FromOn > Today ? ending.FromOn.AddDays(-1) : Today.AddDays(-1));
        (ending.UntilOn, ending.Version) = (until, ending.Version + 1);
        await db.SaveAsync(actor, time, new AgreementEnded(ending.Id, row, actor.Scheme!, Partner.Row.Name, was, until));
        return LocalRedirect($"/partners/{row}");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel) || Partner.Row.ClosedOn <= Today)
        {
            return NotFound();
        }

        if (Partner.Row.Version != Version)
        {
            return Meanwhile();
        }

        // From now on: yesterday was the last day.
        (Partner.Row.ClosedOn, Partner.Row.Version) = (Today.AddDays(-1), Partner.Row.Version + 1);
        await db.SaveAsync(actor, time, new PartnerClosed(row, actor.Scheme!, Partner.Row.Name, Today.AddDays(-1)));
        return LocalRedirect($"/partners/{row}");
    }

    private PageResult Meanwhile()
    {
        ModelState.Clear();
        ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if ((await db.PartnersOfAsync(actor.Scheme!, await figures.ReadAsync(cancel), Today, cancel)).FirstOrDefault(p => p.Row.Id == row) is not { } found)
        {
            return false;
        }

        Partner = found;
        return true;
    }
}
