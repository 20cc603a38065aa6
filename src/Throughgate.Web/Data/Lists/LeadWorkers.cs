using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>Who is, or ever was, lead worker of a case of the scheme, by name: staff, no young people.</summary>
public static class LeadWorkers
{
    public static Task<List<Worker>> LeadWorkersAsync(this Db db, string scheme, CancellationToken cancel = default) =>
        db.Workers.Where(w => db.Allocations.Any(a => a.WorkerId == w.Id && a.Role == AllocationRoles.LeadWorker && db.Cases.Any(c => c.Id == a.CaseId && c.Scheme == scheme)))
            .OrderBy(w => w.Name)
            .ToListAsync(cancel);
}
