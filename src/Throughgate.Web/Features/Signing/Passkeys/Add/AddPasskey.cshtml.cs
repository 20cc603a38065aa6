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
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Passkeys.Add;

/// <summary>A new passkey: a name for it, then the browser makes it. Whose it is hears of it by mail; recovery codes come with the first second step there is.</summary>
[AnyoneSignedIn("Everybody sees to their own passkeys"), Fresh("With a passkey one signs in for good"), Repeatable("The question to a passkey is answered once, whatever the form")]
public sealed class AddPasskeyPage(Db db, Actor actor, PasskeyDesk passkeys, SecondFactor second, PasskeyMail mail, SessionCookie cookie, Seen seen, TimeProvider time) : PageModel
{
    public const int LongestName = 60;

    /// <summary>"ask" with the name; "answer" with what the browser made.</summary>
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public AskedPasskey? Asked { get; private set; }

    /// <summary>Recovery codes, where there were none.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public IActionResult OnGet() => passkeys.IsOffered(Request) ? Page() : LocalRedirect("/passkeys");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.Id, cancel);
        Name = Name?.Trim();
        ModelState.Must(Name is { Length: > 0 and <= LongestName }, nameof(Name), Words.Key("Give it a name of at most 60 characters"));
        if (ModelState.ErrorCount > 0)
        {
            return Again();
        }

        if (Step != "answer")
        {
            if (await passkeys.AskAsync(HttpContext, PasskeyFor.Adding, account) is not { } options)
            {
                return LocalRedirect("/passkeys");
            }

            Asked = new(options, Makes: true, "/passkeys/add", "/passkeys", Name: Name);
            return Page();
        }

        var (_, why, made) = await passkeys.AddedAsync(HttpContext, account, Credential);
        if (made is null)
        {
            seen.Outcome = "passkey_refused";
            seen.Note("why", why);
            ModelState.AddModelError(nameof(Name), Words.Key("The passkey was not added. Try again: the question to it is good for five minutes and once."));
            return Again();
        }

        made.Name = Name;
        db.Passkeys.Add(PasskeyStore.RowOf(account.Id, made));
        Codes = await second.HasRecoveryCodesAsync(account.Id) ? null : await second.NewRecoveryCodesAsync(account.Id);
        await cookie.BeginAsync(HttpContext, account, Proofs.Both); // from now on a password alone is half the way, also of this session
        seen.Outcome = "passkey_added";
        await db.SaveAsync(actor, time, new PasskeyAdded(account.Id, account.DisplayName, Name!));
        await mail.SendAsync(account, cancel);
        return Codes is null ? LocalRedirect("/passkeys") : Page();
    }

    private PageResult Again()
    {
        (Credential, Response.StatusCode) = (null, StatusCodes.Status400BadRequest);
        return Page();
    }
}
