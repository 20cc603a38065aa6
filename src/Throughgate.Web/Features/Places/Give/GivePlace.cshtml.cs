using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Places.Give;

/// <summary>A place for a community case or a remand: given where everybody leaving custody has been offered one, and refused with their names where not.</summary>
[Needs(Permission.RecordCasework)]
public sealed class GivePlacePage(Visible visible, SchemePlaces places, Seen seen, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>Why, where the manager decides otherwise.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public OfCase Of { get; private set; } = null!;

    public PlacesList List { get; private set; } = null!;

    /// <summary>Held already; null where not.</summary>
    public PlaceRow? Held { get; private set; }

    public bool IsCustodial => Of.Sentence.Kind == "custodial";

    public bool MayDecideOtherwise => actor.May(Permission.ManageScheme);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (IsCustodial || Held is not null)
        {
            return LocalRedirect(Of.To("place"));
        }

        if ((Why?.Length ?? 0) > 2000)
        {
            ModelState.AddModelError(nameof(Why), Words.Key("These words are longer than 2,000 characters: shorten them"));
        }
        else if (await new GivePlace(places, db, actor, time).RunAsync(Of, london.Today, Why, cancel))
        {
            return LocalRedirect(Of.To("place"));
        }
        else
        {
            ModelState.AddModelError(
                MayDecideOtherwise ? nameof(Why) : "",
                MayDecideOtherwise ? Words.Key("Say why this place is given all the same") : Words.Key("No place can be given yet: see below who comes first. The accountable manager may decide otherwise.")
            );
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Held = await visible.OfCase<PlaceRow>(of.Case.Id).AsNoTracking().OrderBy(p => p.FromOn).FirstOrDefaultAsync(cancel);
        List = await places.ReadAsync(london.Today, cancel);
        seen.People(List.NotOffered.Select(n => n.Who.Person.Id));
        return true;
    }
}
