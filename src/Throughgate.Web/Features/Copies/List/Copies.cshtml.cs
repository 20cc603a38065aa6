using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Copies.List;

/// <summary>Copies of a young person's record, each for one recipient; and the beginning of another.</summary>
[Needs(Permission.Export)]
[Fresh("What leaves the program is out of its hands")]
public sealed class CopiesPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public DateOnly? AskedOn { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SubjectCopy> Copies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        AskedOn = london.Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(!string.IsNullOrWhiteSpace(Recipient) && Recipient.Length <= 200, nameof(Recipient), Words.Key("Say who gets it, in at most 200 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 2000, nameof(Why), Words.Key("Say what it is for, in at most 2,000 characters"));
        ModelState.Must(AskedOn is not null || ModelState.ErrorCount > 0, "AskedOn-day", Words.Key("Enter the day"));
        ModelState.Must(!(AskedOn > london.Today), "AskedOn-day", Words.Key("This day is still to come: record it once it has happened"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new SubjectCopy { PersonId = id, AskedOn = AskedOn!.Value, Recipient = Recipient!.Trim(), Why = Why.OrNothing()!, PreparedAt = time.GetUtcNow(), ById = actor.Id!.Value, ByName = actor.Name };
        db.Add(row);
        await db.SaveAsync(actor, time, new CopyPrepared(row.Id, row.Recipient, row.AskedOn) { PersonId = id, Why = row.Why });
        return LocalRedirect($"/young-people/{id}/copies/{row.Id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        Copies = await visible.OfPerson<SubjectCopy>(id).AsNoTracking().OrderByDescending(c => c.PreparedAt).ToListAsync(cancel);
        return true;
    }
}
