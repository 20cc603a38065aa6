using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn;

namespace Throughgate.Web.Features.Signing.Out;

/// <summary>Ends the session in the database, so that a copy of the cookie is worth nothing, and clears what the browser kept.</summary>
[OnTheWay("Whoever is signed in, or half way, may sign out"), Repeatable("Signing out twice is signing out")]
public sealed class SignOutPage(Seen seen) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        seen.Outcome = "signed_out";
        await HttpContext.SignOutAsync(Sessions.Scheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/sign-in");
    }
}
