using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Conditions.List;

/// <summary>Every licence and supervision condition of one young person, in force first, with when it was explained and by whom (REL-16).</summary>
[Needs(Permission.SeePerson)]
[Rule("REL-16")]
public sealed class ConditionsPage(Visible visible, Actor actor, London london) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<LicenceCondition> InForce { get; private set; } = [];

    public IReadOnlyList<LicenceCondition> Ended { get; private set; } = [];

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        var all = await visible.OfPerson<LicenceCondition>(id).AsNoTracking().OrderByDescending(c => c.FromOn).ToListAsync(cancel);
        InForce = [.. all.Where(c => !(c.ToOn < london.Today))];
        Ended = [.. all.Where(c => c.ToOn < london.Today)];
        return Page();
    }
}
