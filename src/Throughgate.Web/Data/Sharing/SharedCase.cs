using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>The programme of which something is shared with a partner now, and what.</summary>
/// <param name="Purpose">What the agreement in force is for.</param>
public sealed record SharedCase(Case Case, PartnerRow Partner, IReadOnlyList<CategoryShared> Shared, string? Purpose);

public static class SharedCases
{
    /// <summary>The newest programme of a young person of which something is shared with the partner now, worked out by the pure function; null where there is none.</summary>
    public static async Task<SharedCase?> SharedCaseAsync(this Db db, Guid partner, Guid person, DateTimeOffset now, DateOnly today, CancellationToken cancel = default)
    {
        if (await db.Set<PartnerRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == partner, cancel) is not { } row)
        {
            return null;
        }

        foreach (var kase in await db.Cases.AsNoTracking().Where(c => c.PersonId == person && c.Scheme == row.Scheme).OrderByDescending(c => c.ReferredOn).ToListAsync(cancel))
        {
            if (await db.SharedOfAsync(row, kase, now, today, cancel) is { Shared.Count: > 0 } shared)
            {
                return shared;
            }
        }

        return null;
    }

    public static async Task<SharedCase> SharedOfAsync(this Db db, PartnerRow partner, Case kase, DateTimeOffset now, DateOnly today, CancellationToken cancel = default)
    {
        var facts = (await db.SharingOfAsync(kase, [partner], cancel))[partner.Id];
        var purpose = await db.Set<AgreementRow>().Where(a => a.PartnerId == partner.Id && a.FromOn <= today && a.UntilOn >= today && a.HasProtocol).OrderByDescending(a => a.UntilOn).Select(a => a.Purpose).FirstOrDefaultAsync(cancel);
        return new(kase, partner, [.. SharedInformation.With(facts, now, today).Where(c => c.IsShared)], purpose);
    }
}
