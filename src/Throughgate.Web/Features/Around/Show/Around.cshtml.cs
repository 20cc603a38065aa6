using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Around.Show;

/// <summary>Everybody around a young person, those first who may not be contacted; and what was discussed with children's services.</summary>
[Needs(Permission.SeePerson)]
public sealed class AroundPage(Visible visible, Actor actor, London london) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<PersonAround> Around { get; private set; } = [];

    public IReadOnlyList<CareDiscussion> Discussions { get; private set; } = [];

    /// <summary>The programme, where there is one of this scheme.</summary>
    public OfCase? Of { get; private set; }

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public IEnumerable<PersonAround> Now => Around.Where(a => !(a.ToOn <= london.Today));

    /// <summary>What rules ask of the list and is not there yet (FAM-4).</summary>
    public bool LacksSocialWorker => Person.LookedAfter == true && !Now.Any(a => a.Kind == Kinds.SocialWorker);

    public bool LacksResponsible => Person.LookedAfter == true && !Now.Any(a => a.HasParentalResponsibility);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Around = await visible.OfPerson<PersonAround>(id).AsNoTracking().OrderByDescending(a => a.NotToBeContacted).ThenBy(a => a.ToOn != null).ThenBy(a => a.Kind).ThenBy(a => a.Name).ToListAsync(cancel);
        Of = await visible.CaseAsync(id, null, cancel);
        if (Of is not null)
        {
            Discussions = await visible.OfCase<CareDiscussion>(Of.Case.Id).AsNoTracking().OrderByDescending(d => d.HeldOn).ToListAsync(cancel);
        }

        return Page();
    }
}
