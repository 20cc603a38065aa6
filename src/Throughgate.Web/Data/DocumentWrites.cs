using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

/// <summary>What is done to rows of documents as a whole: keys that go with their contents, keys that are locked anew.</summary>
public static class DocumentWrites
{
    /// <summary>Destroys the keys of documents that were taken out before that instant; returns which. From then on nobody can read their contents.</summary>
    public static async Task<IReadOnlyList<Guid>> ForgetContentsAsync(this Db db, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel = default)
    {
        var gone = await db.Set<Document>().IgnoreQueryFilters().Where(d => d.Voided && d.WrappedKey != null && d.VoidedAt < before).Select(d => d.Id).ToListAsync(cancel);
        if (gone.Count > 0)
        {
            using (await WriteTurn.TakeAsync(db.Database.GetDbConnection(), cancel))
            {
                await db.Set<Document>().IgnoreQueryFilters().Where(d => gone.Contains(d.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.WrappedKey, (byte[]?)null).SetProperty(d => d.MasterKey, (string?)null).SetProperty(d => d.GoneAt, now), cancel);
            }
        }

        return gone;
    }

    /// <summary>Locks one content's key anew, if nobody did meanwhile.</summary>
    public static async Task RelockAsync(this Db db, Guid document, string was, byte[] wrapped, string master, CancellationToken cancel = default)
    {
        using (await WriteTurn.TakeAsync(db.Database.GetDbConnection(), cancel))
        {
            await db.Set<Document>().IgnoreQueryFilters().Where(d => d.Id == document && d.MasterKey == was)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.WrappedKey, wrapped).SetProperty(d => d.MasterKey, master), cancel);
        }
    }
}
