using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.Places.List;

/// <summary>The scheme's places: how many are taken, who is first in line and why, and who leaves custody without having been offered support.</summary>
[Needs(Permission.SeeCaseload)]
public sealed class PlacesPage(SchemePlaces places, Seen seen, London london, Actor actor) : PageModel
{
    /// <summary>How many of the line are shown unless all are asked for.</summary>
    public const int First = 50;

    [FromQuery(Name = "all")]
    public bool All { get; set; }

    public PlacesList List { get; private set; } = null!;

    public IReadOnlyList<InLine> Shown => All ? List.Line : [.. List.Line.Take(First)];

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public bool MaySet => actor.May(Permission.ManageScheme);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        List = await places.ReadAsync(london.Today, cancel);
        seen.People(Shown.Select(l => l.Who.Id).Concat(List.NotOffered.Select(n => n.Who.Person.Id)));
        WayBack.Remember(HttpContext);
    }
}
