using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

/// <summary>When a key was last used: a plain update beside the answer.</summary>
public static class ApiKeyWrites
{
    private static readonly TimeSpan Fineness = TimeSpan.FromMinutes(1);

    public static async Task TouchKeyAsync(this Db db, Guid key, DateTimeOffset now)
    {
        var before = now - Fineness;
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection()))
        {
            await db.Set<ApiKey>().Where(k => k.Id == key && (k.UsedAt == null || k.UsedAt < before)).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedAt, now));
        }
    }
}
