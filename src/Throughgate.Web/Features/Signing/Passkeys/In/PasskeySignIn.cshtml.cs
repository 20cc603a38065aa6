using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Signing.Passkeys.In;

/// <summary>
/// A passkey in the place of password and code. It asked for its owner, so it is both factors. Wrong passwords that somebody else typed for the name do not keep it out: it
/// cannot be guessed.
/// </summary>
[Anyone("Nobody is signed in yet; only a passkey of an open account signs in"), Repeatable("The question to a passkey is answered once, whatever the form")]
public sealed class PasskeySignInPage(Db db, SignIn signIn, PasskeyDesk passkeys, SessionCookie cookie, TimeProvider time, London london, Seen seen) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>ask or answer.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public AskedPasskey? Asked { get; private set; }

    public bool IsRefused { get; private set; }

    public IActionResult OnGet() => passkeys.IsOffered(Request) ? Page() : LocalRedirect(Door.SignIn);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Step != "answer")
        {
            if (await passkeys.AskAsync(HttpContext, PasskeyFor.SigningIn, null) is not { } options)
            {
                return Refuse(StatusCodes.Status429TooManyRequests);
            }

            Asked = new(options, Makes: false, "/sign-in/passkey", Door.SignIn, Next);
            return Page();
        }

        var (account, why, _) = await passkeys.ProvedAsync(HttpContext, PasskeyFor.SigningIn, Credential);
        seen.Outcome = "sign_in_refused";
        if (account is null || account.IsClosed(london.Today) || await signIn.IsElsewhereAsync(HttpContext.Connection))
        {
            seen.As = account is null ? Actor.Anonymous : await db.ActorAsync(account, london.Today, cancel);
            seen.Note("why", account is null ? why : "closed, or a demo is for loopback only");
            return Refuse(StatusCodes.Status400BadRequest);
        }

        seen.As = await db.ActorAsync(account, london.Today, cancel);
        await cookie.BeginAsync(HttpContext, account, Proofs.Both);
        seen.Outcome = "signed_in";
        seen.Note("by", "passkey");
        await db.SaveAsync(seen.As, time);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private PageResult Refuse(int status)
    {
        ModelState.Clear();
        (IsRefused, Credential, Response.StatusCode) = (true, null, status);
        return Page();
    }
}
