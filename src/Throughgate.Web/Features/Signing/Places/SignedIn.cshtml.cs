using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Signing.Places;

/// <summary>The browsers where one is signed in now; each is signed out, or all of them, at their next request.</summary>
[AnyoneSignedIn("Everybody sees where they themselves are signed in")]
public sealed class SignedInPage(Db db, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>The session to end; "all" for every one.</summary>
    [BindProperty]
    public string? End { get; set; }

    public IReadOnlyList<Session> Live { get; private set; } = [];

    /// <summary>The session of this very request.</summary>
    public Guid Here => Guid.TryParse(User.FindFirstValue(Claims.Session), out var id) ? id : Guid.Empty;

    public async Task OnGetAsync(CancellationToken cancel) => Live = await LiveAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var ending = (await LiveAsync(cancel)).Where(s => End == "all" || s.Id.ToString() == End).ToList();
        foreach (var session in ending)
        {
            session.EndedAt = time.GetUtcNow();
        }

        if (ending.Count > 0)
        {
            await db.SaveAsync(actor, time, new SignedOutElsewhere(actor.Id!.Value, actor.Name, ending.Count));
        }

        return LocalRedirect(ending.Exists(s => s.Id == Here) ? Door.SignIn : "/your-account/signed-in");
    }

    private async Task<List<Session>> LiveAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (seen, started) = (now - Sessions.Idle, now - Sessions.Longest);
        var stamp = await db.Accounts.Where(a => a.Id == actor.Id).Select(a => a.SecurityStamp).SingleAsync(cancel);
        return await db.Sessions
            .Where(s => s.AccountId == actor.Id && s.EndedAt == null && s.Stamp == stamp && s.SeenAt > seen && s.StartedAt > started)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancel);
    }
}
