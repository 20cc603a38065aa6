using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.In;

/// <summary>E-mail and password. Every wrong try gets the same words.</summary>
[Anyone("Nobody is signed in yet")]
public sealed class SignInPage(SignIn signIn, SessionCookie cookie, Db db, TimeProvider time, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>A form was sent after its session had ended, and what was typed is kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Problem { get; private set; }

    public void OnGet() => Email = null;

    public async Task<IActionResult> OnPostAsync()
    {
        var (answer, account) = await signIn.TryAsync(Email, Password, HttpContext.Connection);
        if (account is not null)
        {
            // Where a second step is to come, the door sends on to it from wherever this leads.
            await cookie.BeginAsync(HttpContext, account, Proofs.Password);
            await db.SaveAsync(await db.ActorAsync(account, new London(time).Today), time);
            return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
        }

        ModelState.Clear();
        Problem =
            answer == SignInAnswer.TooMany
                ? words["There were too many wrong tries from here. Wait fifteen minutes, then try again."]
                : words["The email address or the password is not right. After five wrong tries, wait fifteen minutes."];
        return new PageResult
        {
            StatusCode = answer == SignInAnswer.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest,
        };
    }
}
