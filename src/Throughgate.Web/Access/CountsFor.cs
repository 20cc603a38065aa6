using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access;

/// <summary>Of which schemes somebody may see counts: a national role of all, a consortium's of those in it, anybody else of their own.</summary>
public sealed class CountsFor(Db db, Actor actor, London london)
{
    /// <summary>Codes; none without the permission.</summary>
    public async Task<IReadOnlySet<string>> SchemesAsync(CancellationToken cancel = default)
    {
        if (!actor.May(Permission.SeeCounts))
        {
            return new HashSet<string>();
        }

        if (RoleTable.Find(actor.Role)!.Kinds.Count == 0)
        {
            return Reference.Instance.Schemes.Keys.ToHashSet(StringComparer.Ordinal);
        }

        var (today, consortia) = (london.Today, actor.Belongs.Consortia);
        var joined = consortia.Count == 0
            ? []
            : await db.Set<ConsortiumScheme>()
                .Where(c => consortia.Contains(c.ConsortiumId) && c.FromOn <= today && (c.ToOn == null || c.ToOn >= today))
                .Select(c => c.Scheme)
                .ToListAsync(cancel);
        return joined.Concat(actor.Belongs.Schemes).ToHashSet(StringComparer.Ordinal);
    }
}
