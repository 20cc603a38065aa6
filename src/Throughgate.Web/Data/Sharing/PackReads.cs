using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>A pack with what it is about.</summary>
/// <param name="Pack">Followed for changes.</param>
/// <param name="Kept">The record is restricted: what was sent before shows nothing until that is lifted.</param>
public sealed record PackFound(Pack Pack, Case Case, PartnerRow Partner, IReadOnlyList<string> Categories, bool Kept);

public static class PackReads
{
    /// <summary>The pack of a key; null where there is none.</summary>
    public static async Task<PackFound?> PackAsync(this Db db, byte[] keyHash, CancellationToken cancel = default)
    {
        if (await db.Set<Pack>().FirstOrDefaultAsync(p => p.KeyHash == keyHash, cancel) is not { } pack || await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == pack.CaseId, cancel) is not { } kase)
        {
            return null;
        }

        var partner = await db.Set<PartnerRow>().AsNoTracking().SingleAsync(p => p.Id == pack.PartnerId, cancel);
        var categories = await db.Set<PackCategory>().AsNoTracking().Where(c => c.PackId == pack.Id).Select(c => c.Category).ToListAsync(cancel);
        return new(pack, kase, partner, categories, await db.Set<Restriction>().AnyAsync(r => r.PersonId == kase.PersonId && r.LiftedAt == null, cancel));
    }
}
