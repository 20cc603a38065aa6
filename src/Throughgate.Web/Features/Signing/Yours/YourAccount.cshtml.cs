using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Signing.Yours;

/// <summary>One's own account: who the system takes one for, and everything one can see to oneself.</summary>
[AnyoneSignedIn("Everybody sees their own account")]
public sealed class YourAccountPage(Db db, Actor actor) : PageModel
{
    public Account Account { get; private set; } = null!;

    public bool HasSecond { get; private set; }

    public int Passkeys { get; private set; }

    public bool IsLinked { get; private set; }

    public string Role => RoleTable.Find(Account.Role)!.Called;

    public string? Scheme => actor.Scheme is { } code ? Reference.Instance.Schemes[code].Name : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == actor.Id, cancel);
        IsLinked = await db.ProviderLinks.AnyAsync(l => l.AccountId == actor.Id, cancel);
        Passkeys = await db.Passkeys.CountAsync(p => p.AccountId == actor.Id, cancel);
        HasSecond = await db.Authenticators.AnyAsync(a => a.AccountId == actor.Id, cancel);
    }
}
