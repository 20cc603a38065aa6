using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges.Undo;

/// <summary>Two records that were merged are two persons after all: what would go back, and why.</summary>
[Needs(Permission.MendRecord)]
public sealed class UndoMergePage(Visible visible, Db db, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public Undoing What { get; private set; } = null!;

    /// <summary>Why it cannot be undone now; null where it can.</summary>
    public string? InTheWay { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel) => FindAsync(id, row, cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await FindAsync(id, row, cancel) is not PageResult page)
        {
            return NotFound();
        }

        ModelState.Must(Reason.OrNothing() is { Length: <= 2000 }, nameof(Reason), Words.Key("Say how you know that they are two persons (at most 2,000 characters)"));
        if (InTheWay is not null || ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        await new UndoMerge(visible, db, actor, time).RunAsync(What, Reason.OrNothing()!);
        return LocalRedirect($"/young-people/{id}");
    }

    private async Task<IActionResult> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        var use = new UndoMerge(visible, db, actor, time);
        if (await use.FindAsync(id, row, cancel) is not { } found)
        {
            return NotFound();
        }

        What = found;
        InTheWay = await use.InTheWayAsync(found, cancel);
        return Page();
    }
}
