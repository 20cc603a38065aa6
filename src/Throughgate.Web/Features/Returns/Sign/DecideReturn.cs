using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Returns.Hand;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Returns.Sign;

/// <summary>Signs the version that waits, or sends it back (RET-3): by somebody else than who submitted it, once.</summary>
public sealed class DecideReturn(Db db, Actor actor, TimeProvider time)
{
    public async Task<HandingRefusal?> RunAsync(ReturnAddress address, Standing standing, bool sign, string? reason)
    {
        if (standing.ToDecide(actor.Id!.Value, sign, reason) is { } refusal)
        {
            return refusal;
        }

        var (version, quarter) = (standing.Latest!, address.Quarter);
        db.Add(new ReturnDecision { ReturnId = version.Id, Signed = sign, At = time.GetUtcNow(), ById = actor.Id.Value, ByName = actor.Name, Reason = reason });
        HistoryEvent happened = sign
            ? new ReturnSigned(version.Id, quarter.Year, quarter.Number, version.Number) { Why = reason }
            : new ReturnSentBack(version.Id, quarter.Year, quarter.Number, version.Number) { Why = reason };
        try
        {
            await db.SaveAsync(actor, time, happened);
        }
        catch (DbUpdateException)
        {
            // Somebody else decided at this very moment.
            throw new ChangedMeanwhileException();
        }

        return null;
    }
}
