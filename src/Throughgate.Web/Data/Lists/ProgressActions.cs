using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Figures.Progress;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Actions of reviews of progress that are due or overdue.</summary>
public static class ProgressActions
{
    /// <summary>One owner's, the earliest first.</summary>
    public static async Task<IReadOnlyList<ProgressAction>> ProgressDueAsync(this Db db, Guid owner, DateOnly today, CancellationToken cancel)
    {
        var until = today.AddDays(ActionTracked.DaysBefore);
        return await db.Set<ProgressAction>().AsNoTracking().Where(a => a.OwnerId == owner && a.DoneOn == null && a.DueOn <= until).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancel);
    }
}
