using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Extracts.List;

/// <summary>Which pseudonymous extracts were made of the scheme, by whom, for whom and why; and the studies, whose keys are destroyed here.</summary>
[Needs(Permission.MakeExtract)]
public sealed class ExtractsPage(Db db, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<(ExtractMade Made, Study Study)> Made { get; private set; } = [];

    /// <summary>Those whose key is still there, newest first.</summary>
    public IReadOnlyList<Study> Studies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        var studies = await db.Set<Study>().AsNoTracking().Where(s => s.Scheme == scheme).OrderByDescending(s => s.MadeAt).ToListAsync(cancel);
        var byId = studies.ToDictionary(s => s.Id);
        Studies = [.. studies.Where(s => s.Sealed is not null)];
        Made = [.. (await db.Set<ExtractMade>().AsNoTracking().Where(e => e.Scheme == scheme).OrderByDescending(e => e.At).ToListAsync(cancel)).Select(e => (e, byId[e.StudyId]))];
    }

    [Fresh("Without its key a study can never be followed up")]
    public async Task<IActionResult> OnPostEndAsync(Guid study, CancellationToken cancel)
    {
        var scheme = actor.Scheme;
        if (await db.Set<Study>().FirstOrDefaultAsync(s => s.Id == study && s.Scheme == scheme, cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.Sealed is not null)
        {
            (found.Sealed, found.EndedAt, found.EndedByName) = (null, time.GetUtcNow(), actor.Name);
            found.Version++;
            await db.SaveAsync(actor, time, new StudyKeyEnded(found.Id, found.Scheme, found.Name));
        }

        return LocalRedirect("/figures/extracts");
    }
}
