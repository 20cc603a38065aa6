using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Signing.Passkeys;
using Throughgate.Web.Features.Signing.Second;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Prove;

/// <summary>
/// Before what an open browser alone must not do (R5): the second factor again, the password where there is none, the identity provider where there is neither. The
/// session stays and lasts no longer for it.
/// </summary>
[AnyoneSignedIn("Whoever is signed in shows that it is still them"), Repeatable("A code or an answer is good once, and a password changes nothing")]
public sealed class ProvePage(Db db, Actor actor, SecondFactor second, PasskeyDesk passkeys, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>ask or answer, for a passkey; nothing for code and password.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public AskedPasskey? Asked { get; private set; }

    public bool HasApp { get; private set; }

    public bool HasPasskey { get; private set; }

    public bool AsksPassword { get; private set; }

    private Account Account { get; set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        if (Step == "ask" && HasPasskey && await passkeys.AskAsync(HttpContext, PasskeyFor.Proving, Account) is { } options)
        {
            Asked = new(options, Makes: false, "/prove", Next is null ? Door.Prove : $"{Door.Prove}?next={Uri.EscapeDataString(Next)}", Next);
            return Page();
        }

        var (field, tried) = await TryAsync();
        if (tried != Tried.Right)
        {
            seen.Outcome = "not_proved";
            Response.StatusCode = this.Refuse(field, tried, field == nameof(Password)
                ? Words.Key("This is not your password.")
                : Words.Key("This code is not right. Type the six digits that the app shows now; a code is good once."));
            (Code, Password, Credential) = (null, null, null);
            return Page();
        }

        await db.ProveSessionAsync(Guid.Parse(User.FindFirstValue(Claims.Session)!), time.GetUtcNow());
        seen.Outcome = "proved_again";
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private async Task<(string Field, Tried)> TryAsync()
    {
        if (Step == "answer" && HasPasskey)
        {
            var (whose, why, _) = await passkeys.ProvedAsync(HttpContext, PasskeyFor.Proving, Credential);
            seen.Note("by", "passkey");
            if (whose?.Id != actor.Id)
            {
                seen.Note("why", why);
                return (HasApp || !AsksPassword ? nameof(Code) : nameof(Password), Tried.Wrong);
            }

            return ("", Tried.Right);
        }

        return HasApp ? (nameof(Code), await second.CodeAsync(Account.Id, Code, HttpContext.Connection))
            : AsksPassword ? (nameof(Password), await second.PasswordAsync(Account, Password, HttpContext.Connection))
            : (nameof(Code), Tried.Wrong);
    }

    private async Task FindAsync(CancellationToken cancel)
    {
        Account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == actor.Id, cancel);
        HasApp = await db.Authenticators.AnyAsync(a => a.AccountId == actor.Id, cancel);
        HasPasskey = passkeys.IsOffered(Request) && await db.Passkeys.AnyAsync(p => p.AccountId == actor.Id, cancel);
        AsksPassword = !HasApp && !HasPasskey && Account.PasswordHash is not null;
    }
}
