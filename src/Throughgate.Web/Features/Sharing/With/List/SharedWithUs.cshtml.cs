using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Sharing;

namespace Throughgate.Web.Features.Sharing.With.List;

/// <summary>One young person of whom something is shared: the name only where that is shared, too.</summary>
public sealed record SharedLine(Guid Person, string? Name, IReadOnlyList<string> Categories);

/// <summary>Whom one's agency may see something of, asked anew at every request.</summary>
[Needs(Permission.SeeShared)]
public sealed class SharedWithUsPage(Visible visible, Db db, Actor actor, Seen seen, TimeProvider time, London london) : PageModel
{
    public IReadOnlyList<SharedLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (actor.Belongs.Partners is not [var partner, ..])
        {
            return;
        }

        var shared = (await db.SharedCategories(partner, time.GetUtcNow(), london.Today).ToListAsync(cancel)).ToLookup(s => s.PersonId, s => s.Category);
        var people = await visible.People.AsNoTracking().Select(p => new { p.Id, p.FirstName, p.LastName }).ToListAsync(cancel);
        seen.People(people.Select(p => p.Id));
        Lines =
        [
            .. people
                .Select(p => new SharedLine(p.Id, shared[p.Id].Contains(Categories.Identity) ? $"{p.FirstName} {p.LastName}" : null, [.. shared[p.Id].Distinct()]))
                .OrderBy(l => l.Name is null).ThenBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Person),
        ];
    }
}
