using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Keeping.Certificate;

/// <summary>What was erased of one record, counted, and who signed.</summary>
[Needs(Permission.DecideKeeping)]
public sealed class ShowCertificatePage(Db db, Actor actor, Seen seen) : PageModel
{
    public Disposal Disposal { get; private set; } = null!;

    public Throughgate.Web.Keeping.Certificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (await db.Set<Disposal>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == row && d.Scheme == actor.Scheme && d.Certificate != null, cancel) is not { Certificate: { } certificate } found)
        {
            return NotFound();
        }

        (Disposal, Certificate) = (found, JsonSerializer.Deserialize<Throughgate.Web.Keeping.Certificate>(certificate)!);
        seen.Person(found.PersonId);
        return Page();
    }
}
