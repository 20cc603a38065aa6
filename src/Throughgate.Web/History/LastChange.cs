using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;

namespace Throughgate.Web.History;

public static class LastChange
{
    /// <summary>Who changed something of this case last; null where history does not say.</summary>
    public static Task<string?> ByAsync(this Db db, Guid kase, CancellationToken cancel = default) =>
        db.History.AsNoTracking().Where(h => h.CaseId == kase).OrderByDescending(h => h.At).ThenByDescending(h => h.Seq).Select(h => (string?)h.ActorName).FirstOrDefaultAsync(cancel);
}
