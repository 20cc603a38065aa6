using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Demo;

namespace Throughgate.Web.Access.SigningIn;

public enum SignInAnswer
{
    Welcome,

    /// <summary>Wrong e-mail, wrong password, closed or locked: one answer for all of them.</summary>
    Refused,

    /// <summary>Too many tries from this address.</summary>
    TooMany,
}

/// <summary>
/// One try to sign in. Known and unknown names are treated alike in text, status and work done: five wrong tries close a name for fifteen
/// minutes whether or not there is such an account (R12).
/// </summary>
public sealed class SignIn(UserManager<Account> accounts, IPasswordHasher<Account> hasher, Throttle throttle, TimeProvider time, London london, Seen seen, Db db)
{
    private static readonly Account Nobody = new() { DisplayName = "", Role = "" };
    private static string? _hashOfNobody;

    public async Task<(SignInAnswer Answer, Account? Account)> TryAsync(string? email, string? password, ConnectionInfo from)
    {
        var name = accounts.NormalizeName(email?.Trim() ?? "") ?? "";
        var (byName, byAddress) = ($"name {name}", Throttle.AddressOf(from));
        if (!throttle.MayTry(byAddress, Throttle.OfAnAddress))
        {
            return (SignInAnswer.TooMany, null);
        }

        using var turn = await throttle.TurnAsync(byName);
        var account = name.Length == 0 ? null : await accounts.FindByNameAsync(name);
        seen.As = account is null ? Actor.Anonymous : await db.ActorAsync(account, london.Today);
        if (!throttle.MayTry(byName, Throttle.OfAName))
        {
            // Not counted for the name again: trying on must not keep its owner out for longer.
            return Refuse(null, byAddress, "closed for a while");
        }

        if (await IsElsewhereAsync(from))
        {
            return Refuse(null, byAddress, "a demo is for loopback only");
        }

        if (account is null || account.IsClosed(london.Today) || account.LockoutEnd > time.GetUtcNow() || account.PasswordHash is null)
        {
            _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString());
            hasher.VerifyHashedPassword(Nobody, _hashOfNobody, password ?? "");
            return Refuse(byName, byAddress, account is null ? "unknown" : "closed or locked");
        }

        if (!await accounts.CheckPasswordAsync(account, password ?? ""))
        {
            await accounts.AccessFailedAsync(account);
            return Refuse(byName, byAddress, "wrong password");
        }

        if (account.AccessFailedCount > 0)
        {
            await accounts.ResetAccessFailedCountAsync(account);
        }

        throttle.Forget(byName);
        seen.Outcome = "signed_in";
        return (SignInAnswer.Welcome, account);
    }

    /// <summary>Somebody from outside at the accounts of a demo, whose password everybody knows.</summary>
    public async Task<bool> IsElsewhereAsync(ConnectionInfo from) =>
        from.LocalIpAddress is { } here && !IPAddress.IsLoopback(here) && await db.Marks.AnyAsync(m => m.Name == DemoAccounts.Mark);

    private (SignInAnswer, Account?) Refuse(string? byName, string byAddress, string why)
    {
        if (byName is not null)
        {
            throttle.Failed(byName);
        }

        throttle.Failed(byAddress);
        seen.Outcome = "sign_in_refused";
        seen.Note("why", why);
        return (SignInAnswer.Refused, null);
    }
}
