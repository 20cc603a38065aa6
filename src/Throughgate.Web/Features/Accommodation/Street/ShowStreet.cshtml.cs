using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Accommodation.Street;

/// <summary>A street address, to who asks for it: a page of its own, so that the log says who did.</summary>
[Needs(Permission.RecordCasework)]
public sealed class ShowStreetPage(Visible visible, Seen seen) : PageModel
{
    public OfCase Of { get; private set; } = null!;

    public AccommodationRow Spell { get; private set; } = null!;

    /// <summary>Null where none is recorded.</summary>
    public string? Street { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await visible.RowAsync<AccommodationRow>(id, row, cancel) is not { } spell || await visible.CaseAsync(id, spell.CaseId, cancel) is not { } of)
        {
            return NotFound();
        }

        (Of, Spell) = (of, spell);
        Street = (await visible.StreetAsync(of.Case.Id, row, cancel))?.Text;
        seen.Note("street_address", row.ToString());
        return Page();
    }
}
