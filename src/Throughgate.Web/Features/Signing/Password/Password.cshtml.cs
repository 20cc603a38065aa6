using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Password;

/// <summary>Changes one's own password: every session of the account ends, this one too, and whoever knows the new password signs in again.</summary>
[AnyoneSignedIn("Whoever is signed in may change their own password")]
public sealed class PasswordPage(Db db, Actor actor, TimeProvider time, Seen seen, Throttle throttle, Words words) : PageModel
{
    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    public string? Problem { get; private set; }

    /// <summary>The field that the problem is in.</summary>
    public string? At { get; private set; }

    public string? Email { get; private set; }

    public async Task OnGetAsync() => Email = (await OwnAsync()).UserName;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await OwnAsync();
        Email = account.UserName;
        var tries = $"password {account.Id}";
        using var turn = await throttle.TurnAsync(tries);
        if (!throttle.MayTry(tries, Throttle.OfAName))
        {
            return Again("present", words["There were too many wrong tries from here. Wait fifteen minutes, then try again."]);
        }

        if (Passwords.Hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", Present ?? "") == PasswordVerificationResult.Failed)
        {
            throttle.Failed(tries);
            seen.Outcome = "password_refused";
            return Again("present", words["This is not your password now."]);
        }

        if (Wanted == Present)
        {
            return Again("wanted", words["This is the password that you have. Choose another."]);
        }

        if (Passwords.Problem(Wanted ?? "", account.UserName!, account.DisplayName, words) is { } problem)
        {
            return Again("wanted", problem);
        }

        AccountBook.SetPassword(account, Wanted!);
        seen.Outcome = "password_changed";
        await db.SaveAsync(actor, time, new PasswordChanged(account.Id, account.DisplayName));
        return LocalRedirect(Door.SignIn);
    }

    private Task<Account> OwnAsync() => db.Accounts.SingleAsync(a => a.Id == actor.Id);

    private PageResult Again(string at, string problem)
    {
        ModelState.Clear();
        (At, Problem) = (at, problem);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
