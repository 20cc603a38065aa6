using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Ui.Layout;

namespace Throughgate.Web.Features.Today.Home;

/// <summary>The front door leads each role to where its work begins: who hands in returns and has no day of contacts, to the return.</summary>
[AnyoneSignedIn("It only leads on to a page that one may open")]
public sealed class HomePage : PageModel
{
    public IActionResult OnGet()
    {
        var actor = Actor.From(User);
        return actor.May(Permission.HandInReturn) && !actor.May(Permission.SeeToday) ? LocalRedirect("/figures")
            : Navigation.For(User).FirstOrDefault() is { } place ? LocalRedirect(place.Path)
            : LocalRedirect("/rules");
    }
}
