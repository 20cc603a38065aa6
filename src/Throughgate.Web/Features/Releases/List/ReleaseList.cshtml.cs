using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.List;

/// <summary>Items that the scheme adds to everybody's ready-to-leave list (REL-6).</summary>
[Needs(Permission.ManageScheme)]
public sealed class ReleaseListPage(Db db, Actor actor, London london, TimeProvider time, Words words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>An item that is no longer asked for.</summary>
    [BindProperty]
    public Guid? Stop { get; set; }

    /// <summary>The list as this page was opened on it.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public Conflict? Conflict { get; private set; }

    public IReadOnlyList<ReleaseListItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Shown = StateOf(Items);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Shown != StateOf(Items))
        {
            return await BothAsync(cancel);
        }

        if (Stop is { } stop)
        {
            if (Items.FirstOrDefault(i => i.Id == stop) is not { } item)
            {
                return NotFound();
            }

            item.UntilOn = london.Today.AddDays(-1);
            await db.SaveAsync(actor, time, new ReleaseListChanged(item.Id, item.Name, false));
            return LocalRedirect("/settings/release-list");
        }

        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > 80)
        {
            ModelState.AddModelError(nameof(Name), Words.Key("Say in a few words what must be ready (at most 80 characters)"));
        }
        else if (Items.Any(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            ModelState.AddModelError(nameof(Name), Words.Key("This is on the list already"));
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var added = new ReleaseListItem { Scheme = actor.Scheme!, Name = name, FromOn = london.Today };
        db.Add(added);
        await db.SaveAsync(actor, time, new ReleaseListChanged(added.Id, name, true));
        return LocalRedirect("/settings/release-list");
    }

    private async Task<IActionResult> BothAsync(CancellationToken cancel)
    {
        var now = string.Join("; ", Items.Select(i => i.Name));
        var stopped = Stop is { } stop ? await db.ReleaseListItems.Where(i => i.Id == stop && i.Scheme == actor.Scheme).Select(i => i.Name).FirstOrDefaultAsync(cancel) : null;
        Conflict = Conflict.Between(null, stopped is null ? new Differs(words["What else must be ready?"], Name, now) : new Differs(words["Ask for it no longer"], stopped, now));
        ModelState.Remove(nameof(Shown));
        (Shown, Stop) = (StateOf(Items), null);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string StateOf(IReadOnlyList<ReleaseListItem> items) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(',', items.Select(i => i.Id)))))[..16];

    private async Task ReadAsync(CancellationToken cancel)
    {
        var (scheme, today) = (actor.Scheme, london.Today);
        Items = await db.ReleaseListItems.Where(i => i.Scheme == scheme && (i.UntilOn == null || i.UntilOn >= today)).OrderBy(i => i.Name).ToListAsync(cancel);
    }
}
