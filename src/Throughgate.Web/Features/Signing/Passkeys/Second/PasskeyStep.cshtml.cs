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

namespace Throughgate.Web.Features.Signing.Passkeys.Second;

/// <summary>The second step of signing in: a passkey of the very account whose password was right.</summary>
[OnTheWay("The password was right; this is the next step", At = [Passage.MustProve]), Repeatable("The question to a passkey is answered once, whatever the form")]
public sealed class PasskeyStepPage(Db db, Actor actor, PasskeyDesk passkeys, SessionCookie cookie, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>ask or answer.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public AskedPasskey? Asked { get; private set; }

    private string Back => Next is null ? Door.Code : $"{Door.Code}?next={Uri.EscapeDataString(Next)}";

    public IActionResult OnGet() => LocalRedirect(Back);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (actor.OnTheWay is not { } id)
        {
            return LocalRedirect("/");
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancel);
        if (Step != "answer")
        {
            if (!await db.Passkeys.AnyAsync(p => p.AccountId == id, cancel) || await passkeys.AskAsync(HttpContext, PasskeyFor.SecondStep, account) is not { } options)
            {
                return LocalRedirect(Back);
            }

            Asked = new(options, Makes: false, "/sign-in/code/passkey", Back, Next);
            return Page();
        }

        seen.As = await db.ActorAsync(account, new London(time).Today, cancel);
        var (whose, why, _) = await passkeys.ProvedAsync(HttpContext, PasskeyFor.SecondStep, Credential);
        if (whose?.Id != id)
        {
            seen.Outcome = "passkey_refused";
            seen.Note("why", why);
            return LocalRedirect(Back);
        }

        account.AccessFailedCount = 0;
        await cookie.BeginAsync(HttpContext, account, Proofs.Both);
        seen.Outcome = "signed_in";
        seen.Note("by", "passkey");
        await db.SaveAsync(seen.As, time);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }
}
