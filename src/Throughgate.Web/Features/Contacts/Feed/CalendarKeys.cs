using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Feed;

/// <summary>The secret address of a worker's diary: 32 random bytes, kept as their hash, replaced when it is renewed.</summary>
public sealed class CalendarKeys(Db db, Actor actor, TimeProvider time)
{
    /// <summary>Makes a new address; the one before stops at once.</summary>
    public async Task<string> RenewAsync(CancellationToken cancel)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var account = actor.Id!.Value;
        var feed = await db.CalendarFeeds.FirstOrDefaultAsync(f => f.AccountId == account, cancel);
        if (feed is null)
        {
            db.Add(feed = new CalendarFeed { AccountId = account, KeyHash = Hash(key) });
        }

        (feed.KeyHash, feed.MadeAt) = (Hash(key), time.GetUtcNow());
        await db.SaveAsync(actor, time, new CalendarAddressMade());
        return key;
    }

    /// <summary>Stops the address without a new one.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        var account = actor.Id!.Value;
        if (await db.CalendarFeeds.FirstOrDefaultAsync(f => f.AccountId == account, cancel) is { } feed)
        {
            db.Remove(feed);
            await db.SaveAsync(actor, time, new CalendarAddressStopped());
        }
    }

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

public sealed record CalendarAddressMade : HistoryEvent, ITold
{
    public string Tell(Words words) => words["An address for the diary was made"];
}

public sealed record CalendarAddressStopped : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The address for the diary was stopped"];
}
