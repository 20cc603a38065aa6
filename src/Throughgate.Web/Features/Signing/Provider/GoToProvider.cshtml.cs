using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Provider;

namespace Throughgate.Web.Features.Signing.Provider;

/// <summary>Sends somebody to the council's identity provider: to sign in, with an invitation in hand, or to link the account that they are signed in with.</summary>
[Anyone("Nobody is signed in yet; it only leads to the identity provider")]
public sealed class GoToProviderPage(IdentityProvider provider, JourneyCookie journeys, Actor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? next, string? invitation, bool link, bool again, CancellationToken cancel)
    {
        if (provider.Settings is null || (link && !actor.IsSignedIn))
        {
            return LocalRedirect(Door.SignIn);
        }

        var journey = Journey.Begin(Url.IsLocalUrl(next) ? next : null, invitation, link ? actor.Id : null);
        try
        {
            var address = await provider.AddressAsync(journey, ReturnPage.AddressOf(Request), again, cancel);
            journeys.Write(HttpContext, journey);
            return Redirect(address);
        }
        catch (ProviderRefusedException)
        {
            return LocalRedirect("/sign-in/provider/return?error=away");
        }
    }
}
