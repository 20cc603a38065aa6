using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Keeping;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Keeping;

/// <summary>
/// Every morning: erases what two people signed, once the days to stop it are over. Where a hold was set meanwhile it waits; where a programme was opened again, or
/// the record is due later than it was, it is stopped and says so.
/// </summary>
public sealed class EraseDue(Connection database, Erase erase, TimeProvider time, London london)
{
    /// <summary>How many were erased.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var today = london.Today;
        List<Disposal> signed;
        await using (var db = database.Context())
        {
            signed = await db.Set<Disposal>().AsNoTracking().Where(d => d.EraseOn != null && d.EraseOn <= today && d.StoppedAt == null && d.DoneAt == null).ToListAsync(cancel);
        }

        var erased = 0;
        foreach (var disposal in signed)
        {
            var actor = new Actor(null, "every morning", "program", disposal.Scheme);
            await using var db = database.Context();
            await db.Database.OpenConnectionAsync(cancel);
            var kept = await ReadKeeping.OfPersonAsync(db.Database.GetDbConnection(), disposal.Scheme, disposal.PersonId, today, cancel);
            var held = await db.Set<Hold>().AnyAsync(h => h.PersonId == disposal.PersonId && h.EndedAt == null, cancel);
            switch (KeptUntil.InTheWay(kept?.Kept, held, today))
            {
                case null:
                    await erase.RunAsync(disposal, actor, cancel);
                    erased++;
                    break;
                case "held":
                    break;
                default:
                    var row = await db.Set<Disposal>().SingleAsync(d => d.Id == disposal.Id, cancel);
                    row.Correct(row.Version);
                    (row.StoppedAt, row.StoppedBy, row.StopReason) = (time.GetUtcNow(), actor.Name, "no longer due");
                    await db.SaveAsync(actor, time, new ErasingStopped(row.Id) { PersonId = row.PersonId });
                    break;
            }
        }

        return erased;
    }
}
