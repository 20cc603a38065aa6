using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn;

/// <summary>
/// Begins sessions. Each has a key of its own, also where the browser came with one: the framework would keep that one, and with it whoever planted it
/// or was signed in before (R9).
/// </summary>
public sealed class SessionCookie(Db db, TimeProvider time, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>The claim of the cookie that names the session: the framework's own name for it.</summary>
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private const int Longest = 200;

    /// <summary>The session that the cookie named ends, a new one begins. Both are saved by the caller, whose answer takes the cookie along.</summary>
    public async Task<Session> BeginAsync(HttpContext context, Account account, string proof)
    {
        var now = time.GetUtcNow();
        if (KeyOf(context) is { } before && await db.Sessions.FindAsync(Sessions.Hash(before)) is { EndedAt: null } ending)
        {
            ending.EndedAt = now;
        }

        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var session = new Session
        {
            KeyHash = Sessions.Hash(key),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            Proof = proof,
            Browser = BrowserName.Of(context.Request.Headers.UserAgent.ToString()),
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            StartedAt = now,
            SeenAt = now,
        };
        db.Sessions.Add(session);
        Write(context, key, now);
        return session;
    }

    /// <summary>The key of the session that the cookie names, whatever has become of it; null without a cookie of ours.</summary>
    public string? KeyOf(HttpContext context)
    {
        var options = cookies.Get(Sessions.Scheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var ticket = string.IsNullOrEmpty(cookie) ? null : options.TicketDataFormat.Unprotect(cookie);
        return ticket?.Principal.FindFirstValue(KeyClaim) is { Length: > 0 and < Longest } key ? key : null;
    }

    private void Write(HttpContext context, string key, DateTimeOffset now)
    {
        var options = cookies.Get(Sessions.Scheme);
        var named = new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key)], Sessions.Scheme));
        var lasts = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Sessions.Longest };
        options.CookieManager.AppendResponseCookie(
            context,
            options.Cookie.Name!,
            options.TicketDataFormat.Protect(new AuthenticationTicket(named, lasts, Sessions.Scheme)),
            options.Cookie.Build(context)
        );
    }
}
