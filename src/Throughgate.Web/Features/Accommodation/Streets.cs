using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Accommodation;

/// <summary>The one read of street addresses: of one place to live, through what may be seen.</summary>
public static class Streets
{
    /// <summary>The street address of a spell, followed for changes; null where none is recorded.</summary>
    public static Task<StreetAddress?> StreetAsync(this Visible visible, Guid kase, Guid spell, CancellationToken cancel = default) =>
        visible.OfCase<StreetAddress>(kase).FirstOrDefaultAsync(a => a.RowId == spell, cancel);
}
