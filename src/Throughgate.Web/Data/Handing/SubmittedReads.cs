using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Throughgate.Web.Data.Handing;

/// <summary>What history tells of returns that were submitted.</summary>
public static class SubmittedReads
{
    private const string Kind = "return_submitted";

    /// <summary>Which version, and the fingerprint of its bundle.</summary>
    public static async Task<IReadOnlyList<(Guid Return, string Hash)>> SubmittedAsync(this Db db, CancellationToken cancel = default) =>
        [
            .. (await db.History.AsNoTracking().Where(h => h.Kind == Kind).Select(h => h.Data).ToListAsync(cancel))
                .Select(d => JsonDocument.Parse(d).RootElement)
                .Select(d => (d.GetProperty("return").GetGuid(), d.GetProperty("hash").GetString()!)),
        ];
}
