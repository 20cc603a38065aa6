using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second.Recovery;

/// <summary>The second step without the app: one of the ten codes that were printed, which is then used up.</summary>
[OnTheWay("The password was right; this is the next step", At = [Passage.MustProve]), Repeatable("A recovery code is good once, whatever the form")]
public sealed class RecoveryPage(Db db, Actor actor, SecondFactor second, SessionCookie cookie, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() => actor.IsSignedIn ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (actor.OnTheWay is not { } id)
        {
            return LocalRedirect("/");
        }

        var account = await db.Accounts.SingleAsync(a => a.Id == id);
        seen.As = await db.ActorAsync(account, new London(time).Today);
        var tried = await second.RecoveryCodeAsync(id, Code, HttpContext.Connection);
        if (tried != Tried.Right)
        {
            seen.Outcome = "recovery_code_refused";
            (Code, Response.StatusCode) = (null, this.Refuse(nameof(Code), tried, Words.Key("This recovery code is not right, or it was used before. Type it as it was printed.")));
            return Page();
        }

        account.AccessFailedCount = 0;
        await cookie.BeginAsync(HttpContext, account, Proofs.Both);
        seen.Outcome = "signed_in";
        var left = await db.RecoveryCodes.CountAsync(c => c.AccountId == id && c.UsedAt == null);
        await db.SaveAsync(seen.As, time, new RecoveryCodeUsed(id, account.DisplayName, left));

        // Whoever needed one is shown how many are left, and where new ones are made.
        return LocalRedirect("/second-factor");
    }
}
