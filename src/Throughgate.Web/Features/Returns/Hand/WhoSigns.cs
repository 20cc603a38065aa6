using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Returns.Handing;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Returns.Hand;

/// <summary>Who can sign the version of a return that waits: everybody of the scheme who may, and can sign in, but whoever submitted it (RET-3).</summary>
public sealed class WhoSigns(Db db, London london)
{
    private static readonly string[] Roles = [.. RoleTable.All.Where(r => r.May.Contains(Permission.SignReturn)).Select(r => r.Code)];

    /// <summary>Their names; null where nothing waits, none where nobody can.</summary>
    public async Task<IReadOnlyList<string>?> RunAsync(string scheme, Standing standing, CancellationToken cancel)
    {
        if (standing.Latest is not { Decision: null } waits)
        {
            return null;
        }

        var today = london.Today;
        var members = db.MembersOf(scheme, today);
        var linked = db.Set<ProviderLink>().Select(l => l.AccountId);
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => members.Contains(a.Id) && Roles.Contains(a.Role) && a.Id != waits.By && (a.PasswordHash != null || linked.Contains(a.Id)))
            .ToListAsync(cancel);
        return [.. accounts.Where(a => !a.IsClosed(today)).Select(a => a.DisplayName).Order(StringComparer.CurrentCulture)];
    }
}
