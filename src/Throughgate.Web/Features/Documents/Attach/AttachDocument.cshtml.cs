using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;
using Throughgate.Web.Documents.Content;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Documents.Attach;

/// <summary>One file, checked by what is in it, and what it is.</summary>
[Needs(Permission.RecordCasework)]
[RequestSizeLimit(ContentCheck.Most + 512 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = ContentCheck.Most + 512 * 1024)]
public sealed class AttachDocumentPage(Visible visible, Db db, Actor actor, TimeProvider time, DocumentSettings documents) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool WasRefused { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        (Of, About) = (of, "record");
        return documents.Store is null ? LocalRedirect(of.To("documents")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of || documents.Store is not { } store)
        {
            return NotFound();
        }

        Of = of;
        var file = await ReadAsync(cancel);
        ModelState.Must(file is not null, nameof(Upload), Words.Key("Choose a file"));
        ModelState.Must(file?.Problem is null, nameof(Upload), file?.Problem ?? "");
        ModelState.Must(Title.OrNothing() is { Length: <= 200 }, nameof(Title), Words.Key("Say what it is, in at most 200 characters"));
        ModelState.Must(DocumentWords.Subjects.Contains(About, StringComparer.Ordinal), nameof(About), Words.Key("Choose what it belongs to"));
        ModelState.Must((Note?.Length ?? 0) <= 2000, nameof(Note), Words.Key("Write at most 2,000 characters"));
        ModelState.Must(await visible.OfCase<Document>(of.Case.Id).CountAsync(cancel) < AttachDocument.Most, nameof(Upload), Words.Key("This programme has 500 documents: take out what is not needed before attaching more"));
        if (ModelState.ErrorCount > 0)
        {
            WasRefused = file is not null;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await new AttachDocument(db, actor, time, store).RunAsync(of, file!, Title.OrNothing()!, About!, Note.OrNothing());
        return LocalRedirect(of.To("documents"));
    }

    private async Task<Checked?> ReadAsync(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancel);
        return ContentCheck.Of(Upload.FileName, content.ToArray());
    }
}
