using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Invited;

/// <summary>Whoever holds a link that is still good chooses the password of its account, once. Any other link gets one and the same answer.</summary>
[Anyone("Whoever is invited cannot sign in yet; the key of the link is the secret, and it is good once")]
public sealed class ChoosePasswordPage(Db db, TimeProvider time, London london, Seen seen, Throttle throttle, Words words) : PageModel
{
    [BindProperty]
    public string? Wanted { get; set; }

    public Account? Account { get; private set; }

    /// <summary>The key of the link itself, for the other way of using it.</summary>
    public string Key => RouteData.Values["key"]?.ToString() ?? "";

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await FindAsync(key) is not { } found)
        {
            return Unknown();
        }

        Account = found.Account;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (await FindAsync(key) is not { } found)
        {
            return Unknown();
        }

        (Account, var wanted) = (found.Account, Wanted ?? "");
        seen.As = await db.ActorAsync(Account, london.Today);
        if (Passwords.Problem(wanted, Account.UserName!, Account.DisplayName, words) is { } problem)
        {
            Wanted = null;
            ModelState.Clear();
            ModelState.AddModelError(nameof(Wanted), problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!await db.UseInvitationAsync(found.Invitation.Id, time.GetUtcNow()))
        {
            return Unknown();
        }

        AccountBook.SetPassword(Account, wanted);
        seen.Outcome = "password_chosen";
        await db.SaveAsync(seen.As, time, new InvitationUsed(Account.Id, Account.DisplayName));
        return LocalRedirect(Door.SignIn);
    }

    private async Task<(Invitation Invitation, Account Account)?> FindAsync(string key)
    {
        // Counted apart from signing in: nobody is kept out by links that are old.
        var address = $"link {Throttle.AddressOf(HttpContext.Connection)}";
        if (!throttle.MayTry(address, Throttle.OfAnAddress))
        {
            return null;
        }

        var found = await Invitations.FindAsync(db, key, time.GetUtcNow(), london.Today);
        if (found is null)
        {
            throttle.Failed(address);
        }

        return found;
    }

    private PageResult Unknown()
    {
        Account = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
