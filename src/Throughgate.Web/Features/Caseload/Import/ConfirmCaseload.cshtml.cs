using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>What an upload would do, the choice where it differs from what was recorded here, and the answer that does it: all or nothing, once.</summary>
[Needs(Permission.Import)]
[Repeatable("An upload is taken once, however often it is confirmed")]
public sealed class ConfirmCaseloadPage(Uploads uploads, ImportsAtWork imports, Actor actor, Words words, Seen seen) : PageModel
{
    /// <summary>Seconds after which the page of an import at work asks again.</summary>
    private const string Again = "3";

    /// <summary>The upload while it is tried or brought in; null before and after.</summary>
    public ImportAtWork? AtWork { get; private set; }

    public Upload Upload { get; private set; } = null!;

    public string? Problem { get; private set; }

    [BindProperty]
    public string? Differing { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (imports.Find(id, actor.Id) is { } work)
        {
            AtWork = work;
            if (work.Fault is null)
            {
                Response.Headers["Refresh"] = Again;
            }
            else
            {
                imports.Forget(work);
            }

            return Page();
        }

        if (await uploads.FindAsync(id, actor.Id, cancel) is not { } upload)
        {
            return NotFound();
        }

        Upload = upload;
        seen.People(upload.Seen.Conflicts.Concat(upload.Seen.Kept).Select(o => o.PersonId).OfType<Guid>());
        return Page();
    }

    [Fresh("It changes many records")]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await uploads.FindAsync(id, actor.Id, cancel) is not { } upload)
        {
            return NotFound();
        }

        Upload = upload;
        return upload.Made is not null || upload.Seen.ProblemCount > 0 ? LocalRedirect($"/import/{id:N}") : Import();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancel)
    {
        if (await uploads.FindAsync(id, actor.Id, cancel) is not null)
        {
            uploads.Remove(id, whole: true);
        }

        return LocalRedirect("/import");
    }

    private IActionResult Import()
    {
        if (Upload.Seen.ConflictCount > 0 && Differing is not ("ours" or "theirs"))
        {
            Problem = words["Say whose to keep where the two differ"];
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        // Begun once this answer is out, since its row in the log could not be written beside it. A browser that goes away does not stop it.
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Response.OnCompleted(() =>
        {
            answered.TrySetResult();
            return Task.CompletedTask;
        });
        imports.BringIn(Upload, Differing == "theirs", actor, answered.Task);
        return LocalRedirect($"/import/{Upload.Id:N}");
    }
}
