using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Documents;

namespace Throughgate.Web.Features.Documents.List;

/// <summary>The documents of one programme, newest first.</summary>
[Needs(Permission.SeePerson)]
public sealed class DocumentsPage(Visible visible, Actor actor, DocumentSettings settings) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<Document> Documents { get; private set; } = [];

    public bool AreSetUp => settings.Store is not null;

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public bool MayMend => actor.May(Permission.MendRecord);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        Documents = await visible.OfCase<Document>(of.Case.Id).AsNoTracking().OrderByDescending(d => d.AddedAt).ToListAsync(cancel);
        return Page();
    }
}
