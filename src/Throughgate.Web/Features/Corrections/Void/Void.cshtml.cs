using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>Takes out what was recorded by mistake, with the reason.</summary>
[Needs(Permission.MendRecord)]
public sealed class VoidPage(Visible visible, Db db, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ToVoid What { get; private set; } = null!;

    /// <summary>Why it cannot go; null where it can.</summary>
    public string? InTheWay { get; private set; }

    /// <summary>Where the young person is must not be disclosed.</summary>
    public bool IsKept { get; private set; }

    public string Back => $"/young-people/{What.Person.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, string what, Guid row, CancellationToken cancel)
    {
        if (await FindAsync(id, what, row, cancel) is { } missing)
        {
            return missing;
        }

        Version = What.Row.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string what, Guid row, CancellationToken cancel)
    {
        if (await FindAsync(id, what, row, cancel) is { } missing)
        {
            return missing;
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > 2000)
        {
            ModelState.AddModelError(nameof(Reason), Words.Key("Say in a few words why this is wrong (at most 2,000 characters)"));
        }

        if (What.Row.Version != Version)
        {
            ModelState.Remove(nameof(Version));
            Version = What.Row.Version;
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (ModelState.ErrorCount > 0 || InTheWay is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await new VoidRow(visible, db, actor, time).RunAsync(What, Version, Reason!.Trim());
        return LocalRedirect(Back);
    }

    private async Task<IActionResult?> FindAsync(Guid id, string what, Guid row, CancellationToken cancel)
    {
        var use = new VoidRow(visible, db, actor, time);
        if (await use.FindAsync(id, what, row, cancel) is not { } found)
        {
            return NotFound();
        }

        What = found;
        IsKept = (await visible.UndisclosedAsync(cancel)).Contains(id);
        InTheWay = await use.InTheWayAsync(found, cancel);
        return null;
    }
}
