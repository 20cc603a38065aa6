using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Throughgate.Web.Access.SigningIn.Second;

/// <summary>Seals the secret of an authenticator app for its account: who reads the table has no code of it, and a row that is moved to another account opens nothing.</summary>
public sealed class SecretSeal(IDataProtectionProvider protection)
{
    private static readonly TimeSpan WhileSettingUp = TimeSpan.FromMinutes(30);

    public string Close(Guid account, byte[] secret) => Convert.ToBase64String(Of(account).Protect(secret));

    /// <summary>Also under a key that was withdrawn since: the table is not the outside world, and nobody is locked out by a rotation of keys.</summary>
    public byte[] Open(Guid account, string closed) =>
        ((IPersistedDataProtector)Of(account)).DangerousUnprotect(Convert.FromBase64String(closed), ignoreRevocationErrors: true, out _, out _);

    /// <summary>For the form of the set-up page, which shows the secret anyway: it comes back unchanged, from the same account, within half an hour.</summary>
    public string Lend(Guid account, byte[] secret) => Convert.ToBase64String(Lending(account).Protect(secret, WhileSettingUp));

    public byte[]? Back(Guid account, string? lent)
    {
        try
        {
            return lent is null ? null : Lending(account).Unprotect(Convert.FromBase64String(lent));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(Guid account) => protection.CreateProtector("second factor", account.ToString());

    private ITimeLimitedDataProtector Lending(Guid account) => protection.CreateProtector("second factor set up", account.ToString()).ToTimeLimitedDataProtector();
}
