using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second.Off;

/// <summary>Turns one's own second factor off, where that is left to everybody, for a code of the app.</summary>
[AnyoneSignedIn("Everybody sees to their own second factor")]
public sealed class TurnOffPage(Db db, Actor actor, SecondFactor second, SecondFactorPolicy policy, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await MayAsync() ? Page() : LocalRedirect("/second-factor");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await MayAsync())
        {
            return LocalRedirect("/second-factor");
        }

        var account = actor.Id!.Value;
        if (await second.CodeAsync(account, Code, HttpContext.Connection) is not Tried.Right and var tried)
        {
            seen.Outcome = "code_refused";
            (Code, Response.StatusCode) = (null, this.Refuse(nameof(Code), tried, Words.Key("This code is not right. Type the six digits that the app shows now; a code is good once.")));
            return Page();
        }

        await second.RemoveAsync(account, passkeysStay: true);
        await db.SaveAsync(actor, time, new SecondFactorTurnedOff(account, actor.Name));
        return LocalRedirect("/second-factor");
    }

    private async Task<bool> MayAsync() => !policy.Required && await db.Authenticators.AnyAsync(a => a.AccountId == actor.Id);
}
