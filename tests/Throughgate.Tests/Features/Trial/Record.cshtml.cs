using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Tests.Features.Trial;

/// <summary>A record that can be read and written to, built as the product's pages are: what all of them rely on is tried on it.</summary>
[Needs(Permission.SeePerson)]
public sealed class RecordPage(Visible visible, Db db, Actor actor, TimeProvider time) : PageModel
{
    public Person? Person { get; private set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => (Person = await visible.PersonAsync(id)) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await visible.PersonAsync(id) is null)
        {
            return NotFound();
        }

        db.Workers.Add(new Worker { Name = $"{Note} {Guid.CreateVersion7()}" });
        await db.SaveAsync(actor, time, new AccountClosed(Guid.Empty, Note ?? "") { PersonId = id });
        if (Note == "fail")
        {
            throw new InvalidOperationException("after saving");
        }

        return Redirect($"/trial/record/{id}?saved={db.Workers.Local.First().Id}");
    }

    /// <summary>Another handler of the page, which needs more than the page does.</summary>
    [Needs(Permission.Import)]
    public IActionResult OnGetManage() => Content("managed");
}
