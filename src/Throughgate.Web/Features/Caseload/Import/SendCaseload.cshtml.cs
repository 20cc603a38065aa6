using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>Where a caseload is sent from: a .zip or several CSV files. They are tried, nothing is written, and the next page shows what would be.</summary>
[Needs(Permission.Import)]
[Fresh("It changes many records")]
[Repeatable("A dry run writes nothing")]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class SendCaseloadPage(Uploads uploads, ImportsAtWork imports, Db db, London london, Actor actor, Words words, Seen seen) : PageModel
{
    /// <summary>Bytes of one upload. A larger bundle comes in by the command line.</summary>
    public const long Most = 256L * 1024 * 1024;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public string? Problem { get; private set; }

    public static string FileNames => string.Join(", ", BundleFiles.All.Select(f => f.FileName));

    /// <summary>What this reader sent and has not forgotten: at work, or waiting for their answer.</summary>
    public IReadOnlyList<Upload> Waiting { get; private set; } = [];

    public IReadOnlyList<ImportAtWork> AtWork { get; private set; } = [];

    /// <summary>What was brought in for the reader's scheme, newest first.</summary>
    public IReadOnlyList<ImportRow> Lately { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    private async Task ReadAsync(CancellationToken cancel)
    {
        AtWork = imports.Of(actor.Id);
        Waiting = [.. (await uploads.OfAsync(actor.Id, cancel)).Where(u => u.Made is null && !AtWork.Any(w => w.Id == u.Id))];
        var members = db.MembersOf(actor.Scheme ?? "", london.Today);
        Lately = await db
            .Imports.AsNoTracking()
            .Where(i => members.Contains(i.ActorId!.Value))
            .OrderByDescending(i => i.Id)
            .Take(10)
            .ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Files.Count == 0)
        {
            return await RefuseAsync(words["Choose a .zip file, or the CSV files of a caseload"], StatusCodes.Status400BadRequest);
        }

        if (await uploads.KeepAsync(Files, cancel) is not { } kept)
        {
            return await RefuseAsync(words["Choose one .zip file, or CSV files with these names, each once: {0}", FileNames], StatusCodes.Status400BadRequest);
        }

        var name = Files.Count == 1 ? Path.GetFileName(Files[0].FileName) : string.Join(", ", Files.Select(f => Path.GetFileName(f.FileName)));
        name = name.Length > 200 ? name[..200] : name;
        var work = imports.Try(kept.Id, kept.Bundle, name, actor);
        await Task.WhenAny(work.Done, Task.Delay(ImportsAtWork.Patience, cancel));
        if (work.Fault is ImportRunningException)
        {
            imports.Forget(work);
            uploads.Remove(kept.Id, whole: true);
            return await RefuseAsync(words["Another caseload is being brought in at this moment. Wait a minute, then send yours again."], StatusCodes.Status409Conflict);
        }

        seen.Note("dry_run", name);
        return LocalRedirect($"/import/{kept.Id:N}");
    }

    private async Task<PageResult> RefuseAsync(string problem, int status)
    {
        await ReadAsync(CancellationToken.None);
        Problem = problem;
        return new PageResult { StatusCode = status };
    }
}
