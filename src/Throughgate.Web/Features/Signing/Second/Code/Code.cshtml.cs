using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second.Code;

/// <summary>The second step of signing in: a code of the authenticator app.</summary>
[OnTheWay("The password was right; this is the next step", At = [Passage.MustProve]), Repeatable("A code is good once, whatever the form")]
public sealed class CodePage(Db db, Actor actor, SecondFactor second, SessionCookie cookie, Seen seen, TimeProvider time, PasskeyDesk passkeys) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The account has an app whose code can be typed.</summary>
    public bool HasApp { get; private set; }

    /// <summary>The account has a passkey, and this address is one for passkeys.</summary>
    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync();
        return actor.IsSignedIn ? LocalRedirect("/") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (actor.OnTheWay is not { } id)
        {
            return LocalRedirect("/");
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == id);
        seen.As = await db.ActorAsync(account, new London(time).Today);
        await FindAsync();
        var tried = await second.CodeAsync(id, Code, HttpContext.Connection);
        if (tried != Tried.Right)
        {
            seen.Outcome = "code_refused";
            (Code, Response.StatusCode) = (null, this.Refuse(nameof(Code), tried, Words.Key("This code is not right. Type the six digits that the app shows now; a code is good once.")));
            return Page();
        }

        account.AccessFailedCount = 0;
        await cookie.BeginAsync(HttpContext, account, Proofs.Both);
        seen.Outcome = "signed_in";
        await db.SaveAsync(seen.As, time);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private async Task FindAsync()
    {
        HasApp = await db.Authenticators.AnyAsync(a => a.AccountId == actor.OnTheWay);
        HasPasskey = passkeys.IsOffered(Request) && await db.Passkeys.AnyAsync(p => p.AccountId == actor.OnTheWay);
    }
}
