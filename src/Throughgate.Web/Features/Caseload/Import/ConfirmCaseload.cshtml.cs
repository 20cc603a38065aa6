using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>What an upload would do, the choice where it differs from what was recorded here, and the answer that does it: all or nothing, once.</summary>
[Needs(Permission.Import)]
[Repeatable("An upload is taken once, however often it is confirmed")]
public sealed class ConfirmCaseloadPage(Uploads uploads, Connection database, Actor actor, TimeProvider time, Words words, Seen seen) : PageModel
{
    private static readonly ConcurrentDictionary<Guid, SemaphoreSlim> Turns = new();

    public Upload Upload { get; private set; } = null!;

    public string? Problem { get; private set; }

    [BindProperty]
    public string? Differing { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await uploads.FindAsync(id, actor.Id, cancel) is not { } upload)
        {
            return NotFound();
        }

        Upload = upload;
        seen.People(upload.Seen.Conflicts.Concat(upload.Seen.Kept).Select(o => o.PersonId).OfType<Guid>());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        // Sent twice at the same moment: the second waits, and sees what the first made.
        var turn = Turns.GetOrAdd(id, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        try
        {
            if (await uploads.FindAsync(id, actor.Id, cancel) is not { } upload)
            {
                return NotFound();
            }

            Upload = upload;
            return upload.Made is not null || upload.Seen.ProblemCount > 0 ? LocalRedirect($"/import/{id:N}") : await ImportAsync();
        }
        finally
        {
            turn.Release();
            Turns.TryRemove(id, out _);
        }
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        if (await uploads.FindAsync(id, actor.Id, cancel) is not null)
        {
            uploads.Remove(id, whole: true);
        }

        return LocalRedirect("/import");
    }

    private async Task<IActionResult> ImportAsync()
    {
        if (Upload.Seen.ConflictCount > 0 && Differing is not ("ours" or "theirs"))
        {
            Problem = words["Say whose to keep where the two differ"];
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        try
        {
            // Not stopped by a browser that goes away: it is all or nothing either way, and whoever comes back sees what came of it.
            var import = new ImportCaseload(database, time) { TakeTheirs = Differing == "theirs" };
            var outcome = await import.RunAsync(Upload.Bundle, actor, Upload.Name, CancellationToken.None);
            Upload = Upload with
            {
                Seen = DryRun.Of(outcome),
                Made = outcome.IsRefused ? null : new(outcome.Report.Added, outcome.Report.Changed, outcome.Report.Left),
            };
            await uploads.NoteAsync(Upload, CancellationToken.None);
            uploads.Remove(Upload.Id, whole: false);
            if (!outcome.IsRefused)
            {
                seen.Imported($"{Upload.Name}: {outcome.Report.Added} added, {outcome.Report.Changed} changed, {outcome.Report.Left} left");
            }

            return LocalRedirect($"/import/{Upload.Id:N}");
        }
        catch (ImportRunningException)
        {
            Problem = words["Another caseload is being brought in at this moment. Wait a minute, then try again; yours is kept for an hour."];
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
    }
}
