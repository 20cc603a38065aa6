using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access.Accounts;

/// <summary>Links by which people choose their own password, so that no administrator ever knows one: 256 random bits, kept as a hash, good once.</summary>
public static class Invitations
{
    /// <summary>Somebody new may be on leave; who has forgotten a password sits waiting.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan LastsForAReset = TimeSpan.FromDays(1);

    /// <summary>A new link in the place of those before; saved by the caller. The key is returned and kept nowhere.</summary>
    public static async Task<(string Key, Invitation Invitation)> MakeAsync(Db db, Guid account, DateTimeOffset now, TimeSpan lasts)
    {
        foreach (var before in await db.Invitations.Where(i => i.AccountId == account && i.UsedAt == null && i.ExpiresAt > now).ToListAsync())
        {
            before.ExpiresAt = now;
        }

        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation { AccountId = account, KeyHash = Hash(key), MadeAt = now, ExpiresAt = now + lasts };
        db.Invitations.Add(invitation);
        return (key, invitation);
    }

    /// <summary>The link that a key opens now, with its account; null for one that is unknown, used or late, or whose account is closed: all alike.</summary>
    public static async Task<(Invitation Invitation, Account Account)?> FindAsync(Db db, string key, DateTimeOffset now, DateOnly today)
    {
        var hash = Hash(key);
        var found = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.KeyHash == hash && i.UsedAt == null && i.ExpiresAt > now);
        var account = found is null ? null : await db.Accounts.FirstOrDefaultAsync(a => a.Id == found.AccountId);
        return found is not null && account?.IsClosed(today) == false ? (found, account) : null;
    }

    public static string PathOf(string key) => $"/invitation/{key}";

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
