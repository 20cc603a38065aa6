using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn.Second;

public enum Tried
{
    Right,
    Wrong,

    /// <summary>Five wrong ones for the account, or thirty from the address, in fifteen minutes: nothing was compared.</summary>
    TooMany,
}

/// <summary>
/// A second factor given, wherever it is asked for: signing in, a new app, new recovery codes, turning it off. All steps count together, by account
/// and by address (R8, R12). A code is good once.
/// </summary>
public sealed class SecondFactor(Db db, Throttle throttle, SecretSeal seal, TimeProvider time)
{
    public Task<Tried> CodeAsync(Guid account, string? typed, ConnectionInfo from) =>
        CountedAsync(account, from, async () =>
        {
            var app = await db.Authenticators.AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == account);
            return app is not null && Secret(app) is { } secret && TimedCode.Match(secret, typed ?? "", time.GetUtcNow()) is { } step && await db.UseStepAsync(account, step);
        });

    public Task<Tried> RecoveryCodeAsync(Guid account, string? typed, ConnectionInfo from) =>
        CountedAsync(account, from, () => db.UseRecoveryCodeAsync(account, RecoveryCodes.Hash(account, typed ?? ""), time.GetUtcNow()));

    /// <summary>The first code of an app that is being set up; the step it is of, where it is right.</summary>
    public async Task<(Tried Tried, long Step)> FirstCodeAsync(Guid account, byte[] secret, string? typed, ConnectionInfo from)
    {
        long found = 0;
        var tried = await CountedAsync(account, from, () =>
        {
            var step = TimedCode.Match(secret, typed ?? "", time.GetUtcNow());
            found = step ?? 0;
            return Task.FromResult(step is not null);
        });
        return (tried, found);
    }

    /// <summary>The password again, before something that whoever finds an open browser must not do.</summary>
    public Task<Tried> PasswordAsync(Account account, string? typed, ConnectionInfo from) =>
        CountedAsync(account.Id, from, () => Task.FromResult(
            account.PasswordHash is not null && Accounts.Passwords.Hasher.VerifyHashedPassword(account, account.PasswordHash, typed ?? "") != Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed
        ));

    /// <summary>The app that the account uses from now on, in the place of the one before, and new recovery codes; saved by the caller.</summary>
    public async Task<IReadOnlyList<string>> SetUpAsync(Guid account, byte[] secret, long step)
    {
        if (await db.Authenticators.FindAsync(account) is not { } app)
        {
            db.Authenticators.Add(app = new Authenticator { AccountId = account, Sealed = "" });
        }

        (app.Sealed, app.MadeAt, app.LastStep) = (seal.Close(account, secret), time.GetUtcNow(), step);
        return await NewRecoveryCodesAsync(account);
    }

    /// <summary>Ten new codes in the place of those there were; saved by the caller.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid account)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account).ToListAsync());
        var codes = RecoveryCodes.New();
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { AccountId = account, Hash = RecoveryCodes.Hash(account, c), MadeAt = time.GetUtcNow() }));
        return codes;
    }

    /// <summary>Whether there are codes for the day on which app and passkeys are lost.</summary>
    public Task<bool> HasRecoveryCodesAsync(Guid account) => db.RecoveryCodes.AnyAsync(c => c.AccountId == account && c.UsedAt == null);

    /// <summary>Takes the app away, and the codes where nothing is left that they stand in for; saved by the caller.</summary>
    public async Task RemoveAsync(Guid account, bool passkeysStay = false)
    {
        db.Authenticators.RemoveRange(await db.Authenticators.Where(a => a.AccountId == account).ToListAsync());
        if (passkeysStay && await db.Passkeys.AnyAsync(p => p.AccountId == account))
        {
            return;
        }

        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account).ToListAsync());
    }

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(TimedCode.SecretBytes);

    /// <summary>Null where the key that sealed it is lost: no code is right then, and a recovery code is.</summary>
    private byte[]? Secret(Authenticator app)
    {
        try
        {
            return seal.Open(app.AccountId, app.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<Tried> CountedAsync(Guid account, ConnectionInfo from, Func<Task<bool>> isRight)
    {
        var (byAccount, byAddress) = ($"second {account}", Throttle.AddressOf(from));
        using var turn = await throttle.TurnAsync(byAccount);
        if (!throttle.MayTry(byAccount, Throttle.OfAName) || !throttle.MayTry(byAddress, Throttle.OfAnAddress))
        {
            return Tried.TooMany;
        }

        if (await isRight())
        {
            throttle.Forget(byAccount);
            return Tried.Right;
        }

        throttle.Failed(byAccount);
        throttle.Failed(byAddress);
        return Tried.Wrong;
    }
}
