using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;

namespace Throughgate.Web.Features.Documents.Take;

/// <summary>Gives a document out, always as a download under a name that says nothing, and never to be shown by the browser.</summary>
[Needs(Permission.SeePerson)]
public sealed class TakeDocumentPage(Visible visible, Seen seen, DocumentSettings settings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (
            await visible.RowAsync<Document>(id, row, cancel) is not { WrappedKey: { } wrapped, MasterKey: { } master } document
            || await visible.CaseAsync(id, document.CaseId, cancel) is null
            || settings.Store is not { } store
        )
        {
            return NotFound();
        }

        var content = store.Read(document.Id, wrapped, master, document.Bytes);
        seen.Exported($"document {row}");
        HttpContext.Items[SafeAnswers.Sandboxed] = true;
        return File(content, "application/octet-stream", string.Create(CultureInfo.InvariantCulture, $"document-{document.AddedAt.UtcDateTime:yyyyMMdd}-{document.Id.ToString("N")[^6..]}.{document.FileType}"));
    }
}
