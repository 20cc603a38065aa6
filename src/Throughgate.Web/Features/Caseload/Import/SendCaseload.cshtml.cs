using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Import;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Caseload.Import;

/// <summary>Where a caseload is sent from: a .zip or several CSV files. They are tried, nothing is written, and the next page shows what would be.</summary>
[Needs(Permission.Import)]
[Repeatable("A dry run writes nothing")]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class SendCaseloadPage(Uploads uploads, Connection database, Actor actor, TimeProvider time, Words words, Seen seen) : PageModel
{
    /// <summary>Bytes of one upload. A larger bundle comes in by the command line.</summary>
    public const long Most = 256L * 1024 * 1024;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public string? Problem { get; private set; }

    public static string FileNames => string.Join(", ", BundleFiles.All.Select(f => f.FileName));

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Files.Count == 0)
        {
            return Refuse(words["Choose a .zip file, or the CSV files of a caseload"], StatusCodes.Status400BadRequest);
        }

        if (await uploads.KeepAsync(Files, cancel) is not { } kept)
        {
            return Refuse(words["Choose one .zip file, or CSV files with these names, each once: {0}", FileNames], StatusCodes.Status400BadRequest);
        }

        var name = Files.Count == 1 ? Path.GetFileName(Files[0].FileName) : string.Join(", ", Files.Select(f => Path.GetFileName(f.FileName)));
        name = name.Length > 200 ? name[..200] : name;
        try
        {
            var outcome = await new ImportCaseload(database, time) { Rehearse = true }.RunAsync(kept.Bundle, actor, name, cancel);
            await uploads.NoteAsync(new(kept.Id, actor.Id!.Value, name, kept.Bundle, time.GetUtcNow(), DryRun.Of(outcome)), cancel);
            if (outcome.IsRefused)
            {
                uploads.Remove(kept.Id, whole: false);
            }
        }
        catch (ImportRunningException)
        {
            uploads.Remove(kept.Id, whole: true);
            return Refuse(words["Another caseload is being brought in at this moment. Wait a minute, then send yours again."], StatusCodes.Status409Conflict);
        }

        seen.Note("dry_run", name);
        return LocalRedirect($"/import/{kept.Id:N}");
    }

    private PageResult Refuse(string problem, int status)
    {
        Problem = problem;
        return new PageResult { StatusCode = status };
    }
}
