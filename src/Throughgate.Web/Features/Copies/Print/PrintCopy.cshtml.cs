using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Copies.Print;

/// <summary>An approved copy as a page to print, with its mark.</summary>
[Needs(Permission.Export)]
[Fresh("What leaves the program is out of its hands")]
public sealed class PrintCopyPage(Visible visible, Db db, Actor actor, TimeProvider time, Seen seen, Words words) : PageModel
{
    public CopyOf Copy { get; private set; } = null!;

    public string Mark { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await CopyOf.FindAsync(visible, db, id, row, cancel) is not { Row.ApprovedAt: not null } copy)
        {
            return NotFound();
        }

        (Copy, Mark) = (copy, copy.Mark(words, actor.Name, time.GetUtcNow()));
        seen.Exported("copy of a record, printed");
        seen.Note("copy", row.ToString());
        seen.Note("recipient", copy.Row.Recipient);
        return Page();
    }
}
