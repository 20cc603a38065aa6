using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Features.Sharing.Partners.List;

/// <summary>The agencies that the scheme works with, and how their agreements stand (SCH-4).</summary>
[Needs(Permission.ManageScheme)]
public sealed class PartnersPage(Db db, Actor actor, London london, FiguresInForce figures) : PageModel
{
    public IReadOnlyList<PartnerSeen> Partners { get; private set; } = [];

    public DateOnly Today => london.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Partners = await db.PartnersOfAsync(actor.Scheme!, await figures.ReadAsync(cancel), Today, cancel);
}
