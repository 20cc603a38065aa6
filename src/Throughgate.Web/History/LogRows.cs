using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>Reading the log from a page: of one chain only, the reader's own.</summary>
public static class LogRows
{
    /// <summary>What one person did, as the chain of their scheme has it.</summary>
    public static IQueryable<AccessRow> LogOf(this Db db, string chain, Guid account) => db.AccessLog.AsNoTracking().Where(r => r.Chain == chain && r.ActorId == account);

    /// <summary>One row; null where the chain has none of that key.</summary>
    public static Task<AccessRow?> LogRowAsync(this Db db, string chain, Guid row, CancellationToken cancel = default) =>
        db.AccessLog.AsNoTracking().FirstOrDefaultAsync(r => r.Chain == chain && r.Id == row, cancel);
}
