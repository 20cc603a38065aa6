using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

/// <summary>The mark that a day's digest went out: set before it is sent, so that no restart and no second server sends it again.</summary>
public static class DigestWrites
{
    /// <summary>False where the day's was claimed before.</summary>
    public static async Task<bool> ClaimDigestAsync(this Db db, Guid account, DateOnly day, CancellationToken cancel = default)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection(), cancel))
        {
            return await db.Digests.Where(d => d.AccountId == account && (d.SentOn == null || d.SentOn < day))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.SentOn, day), cancel) == 1;
        }
    }

    /// <summary>Gives a claim back: nothing was sent.</summary>
    public static async Task UnclaimDigestAsync(this Db db, Digest before, CancellationToken cancel = default)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection(), cancel))
        {
            await db.Digests.Where(d => d.AccountId == before.AccountId).ExecuteUpdateAsync(set => set.SetProperty(d => d.SentOn, before.SentOn), cancel);
        }
    }
}
