using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Sharing.Told;

/// <summary>Everything that was told to anybody outside the scheme about one young person (INF-5): theirs to have, on paper.</summary>
[Rule("INF-5")]
[Needs(Permission.SeePerson)]
public sealed class ToldListPage(Visible visible, Db db, Actor actor, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DisclosureRow> Told { get; private set; } = [];

    public ILookup<Guid, string> Categories { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public DateOnly Today => london.Today;

    public string By => actor.Name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        Told = await visible.OfCase<DisclosureRow>(of.Case.Id).AsNoTracking().OrderByDescending(d => d.ToldOn).ThenByDescending(d => d.At).ToListAsync(cancel);
        Categories = (await visible.OfCase<DisclosureCategory>(of.Case.Id).AsNoTracking().ToListAsync(cancel)).ToLookup(c => c.DisclosureId, c => c.Category);
        var scheme = of.Case.Scheme;
        Names = await db.Set<PartnerRow>().AsNoTracking().Where(p => p.Scheme == scheme).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return Page();
    }
}
