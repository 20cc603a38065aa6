using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data;

public static class AccountHistoryReads
{
    /// <summary>The newest events of an account. They are about no young person, and so few among those of history; the account's key stands in what they say.</summary>
    public static Task<List<HistoryRow>> HistoryOfAccountAsync(this Db db, Guid account, IReadOnlyList<string> kinds, int most, CancellationToken cancel)
    {
        var named = $"\"account_id\":\"{account}\"";
        return db.History.AsNoTracking()
            .Where(h => h.PersonId == null && kinds.Contains(h.Kind) && h.Data.Contains(named))
            .OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
            .Take(most)
            .ToListAsync(cancel);
    }
}
