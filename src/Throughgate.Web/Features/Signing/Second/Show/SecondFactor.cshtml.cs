using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;

namespace Throughgate.Web.Features.Signing.Second.Show;

/// <summary>One's own second factor: what there is, how many recovery codes are left, and what can be done about it.</summary>
[AnyoneSignedIn("Everybody sees to their own second factor")]
public sealed class SecondFactorPage(Db db, Actor actor, SecondFactorPolicy policy) : PageModel
{
    public DateTimeOffset? Since { get; private set; }

    public int CodesLeft { get; private set; }

    public bool MayTurnOff => !policy.Required;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = actor.Id!.Value;
        Since = await db.Authenticators.AsNoTracking().Where(a => a.AccountId == account).Select(a => (DateTimeOffset?)a.MadeAt).FirstOrDefaultAsync(cancel);
        CodesLeft = await db.RecoveryCodes.CountAsync(c => c.AccountId == account && c.UsedAt == null, cancel);
    }
}
