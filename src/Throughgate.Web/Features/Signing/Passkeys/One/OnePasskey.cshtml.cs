using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.SigningIn.Second;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Signing.Passkeys.Add;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Signing.Passkeys.One;

/// <summary>One of one's own passkeys: another name, or away with it.</summary>
[AnyoneSignedIn("Everybody sees to their own passkeys"), Fresh("Whoever finds an open browser must not take its owner's passkeys away")]
public sealed class OnePasskeyPage(Db db, Actor actor, SecondFactorPolicy policy, TimeProvider time) : PageModel
{
    /// <summary>rename or remove.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Passkey Key { get; private set; } = null!;

    /// <summary>Everybody must have a second step, and this is the only one.</summary>
    public bool IsNeeded { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        Name = Key.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        if (Do == "remove" && !IsNeeded)
        {
            db.Passkeys.Remove(Key);
            await db.SaveAsync(actor, time, new PasskeyRemoved(Key.AccountId, actor.Name, Key.Name));
            return LocalRedirect("/passkeys");
        }

        var name = Name?.Trim() ?? "";
        ModelState.Must(Do == "rename" && name.Length is > 0 and <= AddPasskeyPage.LongestName, nameof(Name), Words.Key("Give it a name of at most 60 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var was = Key.Name;
        Key.Name = name;
        await db.SaveAsync(actor, time, new PasskeyRenamed(Key.AccountId, actor.Name, name, was));
        return LocalRedirect("/passkeys");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if (await db.Passkeys.FirstOrDefaultAsync(p => p.Id == row && p.AccountId == actor.Id, cancel) is not { } key)
        {
            return false;
        }

        Key = key;
        IsNeeded = policy.Required && !await db.Passkeys.AnyAsync(p => p.AccountId == actor.Id && p.Id != row, cancel) && !await db.Authenticators.AnyAsync(a => a.AccountId == actor.Id, cancel)
            && !await db.ProviderLinks.AnyAsync(l => l.AccountId == actor.Id, cancel);
        return true;
    }
}
