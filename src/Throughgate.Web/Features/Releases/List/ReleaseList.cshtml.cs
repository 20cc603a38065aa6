using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Releases.List;

/// <summary>Items that the scheme adds to everybody's ready-to-leave list (REL-6).</summary>
[Needs(Permission.ManageScheme)]
public sealed class ReleaseListPage(Db db, Actor actor, London london, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>An item that is no longer asked for.</summary>
    [BindProperty]
    public Guid? Stop { get; set; }

    public IReadOnlyList<ReleaseListItem> Items { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
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

    private async Task ReadAsync(CancellationToken cancel)
    {
        var (scheme, today) = (actor.Scheme, london.Today);
        Items = await db.ReleaseListItems.Where(i => i.Scheme == scheme && (i.UntilOn == null || i.UntilOn >= today)).OrderBy(i => i.Name).ToListAsync(cancel);
    }
}
