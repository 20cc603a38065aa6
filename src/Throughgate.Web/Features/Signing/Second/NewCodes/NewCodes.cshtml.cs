using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second.NewCodes;

/// <summary>Ten new recovery codes in the place of those there were, for a code of the app.</summary>
[AnyoneSignedIn("Everybody sees to their own second factor")]
public sealed class NewCodesPage(Db db, Actor actor, SecondFactor second, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = actor.Id!.Value;
        if (await second.CodeAsync(account, Code, HttpContext.Connection) is not Tried.Right and var tried)
        {
            seen.Outcome = "code_refused";
            (Code, Response.StatusCode) = (null, this.Refuse(nameof(Code), tried, Words.Key("This code is not right. Type the six digits that the app shows now; a code is good once.")));
            return Page();
        }

        Codes = await second.NewRecoveryCodesAsync(account);
        await db.SaveAsync(actor, time, new RecoveryCodesMade(account, actor.Name));
        return Page();
    }
}
