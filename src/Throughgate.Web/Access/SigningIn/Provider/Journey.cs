using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Throughgate.Web.Access.SigningIn.Provider;

/// <summary>Somebody on their way to the identity provider and back: what was asked, and what for. The browser carries it, sealed, for ten minutes.</summary>
/// <param name="Invitation">The key of the invitation that they hold, where they hold one.</param>
/// <param name="Account">The account that was signed in when they left, where it is to be linked.</param>
public sealed record Journey(string State, string Nonce, string Verifier, string? Next, string? Invitation, Guid? Account)
{
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static Journey Begin(string? next, string? invitation, Guid? account) => new(Random(), Random(), Random(), next, invitation, account);

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>
/// The cookie of a journey. It comes back on a redirect from another site, so it is the one cookie that is not SameSite=Strict; it opens nothing, and is good for
/// the one answer that has its state.
/// </summary>
public sealed class JourneyCookie(IDataProtectionProvider protection)
{
    private const string Name = "tg-provider";
    private const string Path = "/sign-in/provider";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("identity provider").ToTimeLimitedDataProtector();

    public void Write(HttpContext context, Journey journey) =>
        context.Response.Cookies.Append(Name, Seal.Protect(JsonSerializer.Serialize(journey), Lasts), Options(context));

    /// <summary>What the answer with this state belongs to; null where it belongs to nothing that this browser asked. It is taken away.</summary>
    public Journey? Take(HttpContext context, string? state)
    {
        var closed = context.Request.Cookies[Name];
        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            var journey = closed is null ? null : JsonSerializer.Deserialize<Journey>(Seal.Unprotect(closed));
            return journey is not null && state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(journey.State), Encoding.UTF8.GetBytes(state)) ? journey : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = Path, IsEssential = true };
}
