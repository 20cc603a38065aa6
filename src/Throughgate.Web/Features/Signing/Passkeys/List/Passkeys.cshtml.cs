using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Passkeys;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Signing.Passkeys.List;

/// <summary>One's own passkeys: what they are called, since when, when last used.</summary>
[AnyoneSignedIn("Everybody sees to their own passkeys")]
public sealed class PasskeysPage(Db db, Actor actor, PasskeyDesk passkeys) : PageModel
{
    public IReadOnlyList<Passkey> All { get; private set; } = [];

    public bool IsOffered => passkeys.IsOffered(Request);

    public async Task OnGetAsync(CancellationToken cancel) =>
        All = await db.Passkeys.AsNoTracking().Where(p => p.AccountId == actor.Id).OrderBy(p => p.MadeAt).ToListAsync(cancel);
}
