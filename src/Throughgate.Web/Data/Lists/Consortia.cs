using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Lists;

/// <summary>A consortium with the codes of the schemes in it on a day.</summary>
public sealed record ConsortiumNow(Guid Id, string Name, IReadOnlySet<string> Schemes);

public static class Consortia
{
    /// <summary>Every consortium that has schemes on the day, oldest first: their keys rise with time.</summary>
    public static async Task<IReadOnlyList<ConsortiumNow>> ConsortiaAsync(this Db db, DateOnly on, CancellationToken cancel)
    {
        var stays = await db.Set<ConsortiumScheme>().AsNoTracking().Where(c => c.FromOn <= on && (c.ToOn == null || c.ToOn >= on)).ToListAsync(cancel);
        var consortia = await db.Set<Consortium>().AsNoTracking().ToListAsync(cancel);
        return
        [
            .. consortia
                .Select(c => new ConsortiumNow(c.Id, c.Name, stays.Where(s => s.ConsortiumId == c.Id).Select(s => s.Scheme).Where(Reference.Instance.Schemes.ContainsKey).ToHashSet(StringComparer.Ordinal)))
                .Where(c => c.Schemes.Count > 0)
                .OrderBy(c => c.Id.ToString("N"), StringComparer.Ordinal),
        ];
    }
}
