using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Throughgate.Web.Access;

/// <summary>
/// A name that was searched for, sealed so that it can stand in an address: no name is ever in a URL, a history or a server log (R39). Only
/// the one who searched can open it again, and only for a working day.
/// </summary>
public sealed class SearchText(IDataProtectionProvider protection, Actor actor)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private const int Longest = 200;

    /// <summary>For <c>?find=</c>.</summary>
    public string Protect(string text) => Seal.Protect(text.Length > Longest ? text[..Longest] : text, Lasts);

    /// <summary>What was searched for; null where it is empty, too old, somebody else's or made up.</summary>
    public string? Read(string? find)
    {
        if (string.IsNullOrEmpty(find))
        {
            return null;
        }

        try
        {
            return Seal.Unprotect(find);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("search", actor.Id?.ToString() ?? "").ToTimeLimitedDataProtector();
}
