using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Who is, or ever was, lead worker of a case of the scheme, by name: staff, no young people.</summary>
public static class LeadWorkers
{
    public static Task<List<Worker>> LeadWorkersAsync(this Db db, string scheme, CancellationToken cancel = default) =>
        db.Workers.Where(w => db.Cases.Where(c => c.Scheme == scheme).Join(db.Allocations.Where(a => a.Role == AllocationRoles.LeadWorker), c => c.Id, a => a.CaseId, (_, a) => a.WorkerId).Contains(w.Id))
            .OrderBy(w => w.Name)
            .ToListAsync(cancel);
}
