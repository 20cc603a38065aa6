using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Access.SigningIn.Provider;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Signing.Provider;

/// <summary>
/// Back from the identity provider. Only an account that is open and linked with the provider's subject is signed in. It is linked once: with an invitation, or from a
/// session, and only where the provider vouches for the account's own e-mail address. No account is ever made here.
/// </summary>
[Anyone("Nobody is signed in yet; it believes only an answer to what this browser asked")]
public sealed class ReturnPage(Db db, IdentityProvider provider, JourneyCookie journeys, SessionCookie cookie, Throttle throttle, TimeProvider time, London london, Seen seen) : PageModel
{
    /// <summary>Where to go on to; null where nobody was signed in. A page between, because the browser keeps our cookie back on the way from another site.</summary>
    public string? Next { get; private set; }

    public static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}/sign-in/provider/return";

    public async Task<IActionResult> OnGetAsync(string? code, string? state, CancellationToken cancel)
    {
        if (provider.Settings is null)
        {
            return LocalRedirect(Door.SignIn);
        }

        var address = Throttle.AddressOf(HttpContext.Connection);
        var journey = journeys.Take(HttpContext, state);
        if (journey is null || string.IsNullOrEmpty(code) || !throttle.MayTry(address, Throttle.OfAnAddress))
        {
            return Refuse(address, "no answer to a question of this browser");
        }

        try
        {
            var known = await provider.WhoAsync(code, journey, AddressOf(Request), cancel);
            if (await FindAsync(known, journey, cancel) is not { } account)
            {
                return Refuse(address, "not linked with an open account");
            }

            seen.As = await db.ActorAsync(account, london.Today, cancel);
            await cookie.BeginAsync(HttpContext, account, known.TwoFactors ? Proofs.Both : Proofs.Password);
            seen.Outcome = "signed_in";
            seen.Note("by", "identity provider");
            await db.SaveAsync(seen.As, time, _linked);
            Next = Url.IsLocalUrl(journey.Next) ? journey.Next : "/";
            Response.Headers["Refresh"] = $"0; url={Next}";
            return Page();
        }
        catch (ProviderRefusedException refusal)
        {
            return Refuse(address, refusal.Message);
        }
    }

    private readonly List<HistoryEvent> _linked = [];

    private async Task<Account?> FindAsync(Known known, Journey journey, CancellationToken cancel)
    {
        var link = await db.ProviderLinks.FirstOrDefaultAsync(l => l.Issuer == known.Issuer && l.Subject == known.Subject, cancel);
        if (link is not null)
        {
            var linked = await db.Accounts.FirstOrDefaultAsync(a => a.Id == link.AccountId, cancel);
            return linked?.IsClosed(london.Today) == false ? linked : null;
        }

        var (invitation, account) = await AskedForAsync(journey, cancel);
        var theirs = known.EmailIsTheirs && string.Equals(known.Email?.Trim(), account?.Email, StringComparison.OrdinalIgnoreCase);
        if (account is null || !theirs || (invitation is not null && !await db.UseInvitationAsync(invitation.Id, time.GetUtcNow())))
        {
            return null;
        }

        db.ProviderLinks.Add(new ProviderLink { Issuer = known.Issuer, Subject = known.Subject, AccountId = account.Id, LinkedAt = time.GetUtcNow() });
        _linked.Add(new ProviderLinked(account.Id, account.DisplayName, known.Issuer));
        return account;
    }

    /// <summary>The account that may be linked: of the invitation in hand, or the one that was signed in.</summary>
    private async Task<(Invitation?, Account?)> AskedForAsync(Journey journey, CancellationToken cancel)
    {
        if (journey.Invitation is { } key)
        {
            return await Invitations.FindAsync(db, key, time.GetUtcNow(), london.Today) is { } found ? (found.Invitation, found.Account) : (null, null);
        }

        var account = journey.Account is { } id ? await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, cancel) : null;
        return (null, account?.IsClosed(london.Today) == false ? account : null);
    }

    private PageResult Refuse(string address, string why)
    {
        throttle.Failed(address);
        seen.Outcome = "sign_in_refused";
        seen.Note("why", why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
