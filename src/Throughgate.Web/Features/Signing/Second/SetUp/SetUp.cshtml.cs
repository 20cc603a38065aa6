using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Second.SetUp;

/// <summary>
/// An authenticator app, the first or in the place of another. It counts once its first code was typed; then every other session of the account ends,
/// and the recovery codes are shown, this once.
/// </summary>
[OnTheWay("Whoever must have a second factor sets it up here; whoever is in may, with the password again", At = [Passage.MustSetUp])]
public sealed class SetUpPage(Db db, Actor actor, SecondFactor second, SecretSeal seal, SessionCookie cookie, SecondFactorPolicy policy, Seen seen, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The secret that the page showed, sealed: it comes back with the form and is kept nowhere until its first code is right.</summary>
    [BindProperty]
    public string? Lent { get; set; }

    public bool IsRequired => policy.Required;

    /// <summary>Somebody at a session that has lasted: are they who signed in? Whoever has no password of ours has just proved it another way.</summary>
    public bool AsksPassword => actor.IsSignedIn && Account.PasswordHash is not null;

    public string Key { get; private set; } = "";

    public QrPicture Picture { get; private set; } = null!;

    /// <summary>The recovery codes, once it is done.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    private Account Account { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync();
        if (MustProve)
        {
            return ToProve();
        }

        Show(SecondFactor.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        if (MustProve)
        {
            return ToProve();
        }

        seen.As = await db.ActorAsync(Account, new London(time).Today);
        if (seal.Back(Account.Id, Lent) is not { } secret)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Code), Words.Key("This page was open for too long. Here is a new key: scan it in the place of the one before."));
            return Again(SecondFactor.NewSecret(), StatusCodes.Status400BadRequest);
        }

        if (AsksPassword && await second.PasswordAsync(Account, Password, HttpContext.Connection) is not Tried.Right and var known)
        {
            seen.Outcome = "password_refused";
            return Again(secret, this.Refuse(nameof(Password), known, Words.Key("This is not your password.")));
        }

        var (tried, step) = await second.FirstCodeAsync(Account.Id, secret, Code, HttpContext.Connection);
        if (tried != Tried.Right)
        {
            seen.Outcome = "code_refused";
            return Again(secret, this.Refuse(nameof(Code), tried, Words.Key("This code is not right. Type the six digits that the app shows now; a code is good once.")));
        }

        var another = await db.Authenticators.AnyAsync(a => a.AccountId == Account.Id);
        Codes = await second.SetUpAsync(Account.Id, secret, step);
        Account.SecurityStamp = Guid.CreateVersion7().ToString();
        await cookie.BeginAsync(HttpContext, Account, Proofs.Both);
        seen.Outcome = "second_factor_set_up";
        await db.SaveAsync(seen.As, time, new SecondFactorSetUp(Account.Id, Account.DisplayName, another));
        return Page();
    }

    private bool MustProve => actor.IsSignedIn && Account.PasswordHash is null && FreshAttribute.IsStale(actor, Request, time.GetUtcNow());

    private LocalRedirectResult ToProve() => LocalRedirect($"{Door.Prove}?next={Uri.EscapeDataString(Door.SetUp)}");

    private async Task FindAsync()
    {
        var id = actor.Id ?? actor.OnTheWay;
        Account = await db.Accounts.SingleAsync(a => a.Id == id);
    }

    private PageResult Again(byte[] secret, int status)
    {
        Response.StatusCode = status;
        Show(secret);
        return Page();
    }

    private void Show(byte[] secret)
    {
        (Code, Password, Lent) = (null, null, seal.Lend(Account.Id, secret));
        Key = string.Join(' ', Base32.Write(secret).Chunk(4).Select(c => new string(c)));
        Picture = QrPicture.Of(TimedCode.Address(secret, Account.UserName!));
    }
}
