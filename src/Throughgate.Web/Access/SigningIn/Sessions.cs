using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.SigningIn;

/// <summary>
/// Sessions live in the database; the cookie only names one. Each request reads its row with the account as it is now, so signing
/// out, closing an account, a new password or another role take effect on the very next request (R9, R10).
/// </summary>
public sealed class Sessions(Connection database, TimeProvider time, London london, SecondFactorPolicy policy) : ITicketStore
{
    public const string Scheme = "session";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);
    private static readonly TimeSpan Stroke = TimeSpan.FromMinutes(1);

    /// <summary>Two minutes before the earliest end: a page asked for within the last noted minute was not noted.</summary>
    public static readonly TimeSpan Warned = Idle - Stroke - TimeSpan.FromMinutes(2);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session begins in SessionCookie, which knows what it was proved with.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var db = database.Context();
        return await RetrieveAsync(db, key);
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        // Style sheets and scripts are the same for everybody: no need to ask who it is.
        httpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            ? Task.FromResult<AuthenticationTicket?>(null)
            : RetrieveAsync(httpContext.RequestServices.GetRequiredService<Db>(), key);

    public async Task RemoveAsync(string key)
    {
        await using var db = database.Context();
        await db.EndSessionAsync(Hash(key), time.GetUtcNow());
    }

    /// <summary>The cookie never changes what the session says, so there is nothing to renew.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    /// <summary>Whose session it is or was: for what they typed, and for nothing that they may see. Null where it is unknown, signed out or its account has changed.</summary>
    public async Task<Guid?> OwnerAsync(Db db, string key) => await db.LiveSessionAsync(Hash(key), london.Today, time.GetUtcNow()) is { EndedAt: null, Stands: true } session ? session.AccountId : null;

    private async Task<AuthenticationTicket?> RetrieveAsync(Db db, string key)
    {
        var hash = Hash(key);
        var now = time.GetUtcNow();
        if (await db.LiveSessionAsync(hash, london.Today, now) is not { EndedAt: null, Stands: true } live || live.SeenAt + Idle <= now || live.StartedAt + Longest <= now)
        {
            return null;
        }

        if (live.SeenAt + Stroke <= now)
        {
            await db.TouchSessionAsync(hash, now);
        }

        var passage = Passages.Of(live.Proof, live.HasSecond, policy);
        var principal = passage == Passage.In ? Principal(live) : OnTheWay(live, passage);
        if (database.RowsAreGuarded && passage == Passage.In)
        {
            await db.SayWhoAsync(Actor.From(principal).Viewer, london.Today, now);
        }

        return new AuthenticationTicket(principal, Scheme);
    }

    public static ClaimsPrincipal Principal(Account account) =>
        Principal(new LiveSession(default, default, null, true, default, Proofs.Both, false, account.Id, account.DisplayName, account.Role, account.WorkerId, null, false, false, false));

    private static ClaimsPrincipal Principal(LiveSession live)
    {
        var claims = new List<Claim>
        {
            // Antiforgery binds form tokens to this one.
            new(ClaimTypes.NameIdentifier, live.AccountId.ToString()),
            new(Claims.Id, live.AccountId.ToString()),
            new(Claims.Name, live.Name),
            new(Claims.Role, live.Role),
            new(Claims.Session, live.SessionId.ToString()),
            new(Claims.Proved, (live.ProvedAt ?? live.StartedAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new(Claims.Until, (live.StartedAt + Longest).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        };
        if (live.Memberships is not null)
        {
            claims.Add(new(Claims.Memberships, live.Memberships));
        }

        if (live.SomeRestricted)
        {
            claims.Add(new(Claims.SomeRestricted, bool.TrueString));
        }

        if (live.HoldsGlass)
        {
            claims.Add(new(Claims.HoldsGlass, bool.TrueString));
        }

        if (live.SomeUndisclosed)
        {
            claims.Add(new(Claims.SomeUndisclosed, bool.TrueString));
        }

        if (live.WorkerId is { } worker)
        {
            claims.Add(new(Claims.Worker, worker.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, Claims.Name, Claims.Role));
    }

    /// <summary>A password was right and the rest is to come: such a session says whose it is, and nothing that opens a page (R8).</summary>
    private static ClaimsPrincipal OnTheWay(LiveSession live, Passage passage) =>
        new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, live.AccountId.ToString()),
                new(Claims.OnTheWay, live.AccountId.ToString()),
                new(Claims.Passage, passage.ToString()),
                new(Claims.Session, live.SessionId.ToString()),
            ],
            Scheme
        ));

    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
