using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.HeldHere.List;

/// <summary>A link worker's Today: the young people of the establishment, who leaves first, and who comes to see them.</summary>
[Needs(Permission.SeeHeld)]
public sealed class HeldListPage(ReadHeld read, Actor actor, Seen seen, London london) : PageModel
{
    public DateOnly Today => london.Today;

    public string Place => string.Join(", ", actor.Belongs.Establishments.Select(e => Reference.Instance.EstablishmentName(e)));

    public IReadOnlyList<HeldPerson> All { get; private set; } = [];

    public IEnumerable<HeldPerson> Inside => All.Where(h => h.ReleasedOn is null || h.ReleasedOn > Today);

    public IEnumerable<HeldPerson> Released => All.Where(h => h.ReleasedOn <= Today);

    public IEnumerable<(DateTime At, string Kind, HeldPerson Who)> Visits => All.SelectMany(h => h.Visits.Select(v => (v.At, v.Kind, h))).Where(v => DateOnly.FromDateTime(v.At) <= Today.AddDays(7)).OrderBy(v => v.At);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await read.RunAsync(null, cancel);
        seen.People(All.Select(h => h.Id));
    }
}
