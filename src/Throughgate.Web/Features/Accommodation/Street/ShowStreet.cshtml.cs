using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.WhereTheyAre.Show;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Accommodation.Street;

/// <summary>A street address, to who asks for it and says why: a page of its own, so that the log says who did (R2).</summary>
[Needs(Permission.RecordCasework)]
public sealed class ShowStreetPage(Visible visible, Seen seen) : PageModel
{
    public OfCase Of { get; private set; } = null!;

    public AccommodationRow Spell { get; private set; } = null!;

    /// <summary>Null where none is recorded.</summary>
    public string? Street { get; private set; }

    /// <summary>Why somebody needs it; it stands in the log.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Somebody asked and said why.</summary>
    public bool IsShown { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel) => await FindAsync(id, row, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Reason.OrNothing() is { Length: >= WhereaboutsPage.ShortestReason and <= 500 }, nameof(Reason), Words.Key("Say why you need to know, in 5 to 500 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Street = (await visible.StreetAsync(Of.Case.Id, row, cancel))?.Text;
        IsShown = true;
        seen.Note("street_address", row.ToString());
        seen.Note("why", Reason!.Trim());
        seen.Outcome = "revealed";
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await visible.RowAsync<AccommodationRow>(id, row, cancel) is not { } spell || await visible.CaseAsync(id, spell.CaseId, cancel) is not { } of)
        {
            return false;
        }

        (Of, Spell) = (of, spell);
        return true;
    }
}
