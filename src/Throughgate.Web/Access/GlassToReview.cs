using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Access;

/// <summary>The openings in an emergency that a scheme's managers are told of: by its staff, and of anybody with a case of it, whoever opened it.</summary>
public sealed class GlassToReview(Db db, Actor actor)
{
    public IQueryable<GlassBroken> Of()
    {
        var scheme = actor.May(Permission.ManageScheme) ? actor.Scheme ?? "" : "";
        var told = $";{scheme};";
        return db.Set<GlassBroken>().Where(g => g.Told.Contains(told));
    }

    /// <summary>How many nobody has reviewed.</summary>
    public Task<int> OpenAsync(CancellationToken cancel) => Of().CountAsync(g => g.ReviewedAt == null, cancel);
}
