using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.People;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Merges.Choose;

/// <summary>Which other record is the same young person: the likely ones at once, anybody else by search. Names stand in the form's body, never in an address.</summary>
[Needs(Permission.MendRecord)]
[Repeatable("it changes nothing")]
public sealed class ChooseRecordPage(Visible visible, Db db, Seen seen) : PageModel
{
    private readonly LookFor _known = new(visible, db);

    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public DateOnly? FindBorn { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Probably this person, or found by the search.</summary>
    public IReadOnlyList<Known> Found { get; private set; } = [];

    public bool Searched { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        var known = await _known.LikelyAsync(new Identity(Names.Fold(person.FirstName), Names.Fold(person.LastName), person.DateOfBirth), cancel);
        Show(known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        ModelState.Must(!string.IsNullOrWhiteSpace(Find) || FindBorn is not null || ModelState.ErrorCount > 0, nameof(Find), Words.Key("Enter a name, a reference or a date of birth"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Searched = true;
        if (Find is not null)
        {
            seen.Searched(Find.Trim());
        }

        Show(await _known.FindAsync(Find, FindBorn, cancel));
        return Page();
    }

    private void Show(IReadOnlyList<Known> known)
    {
        Found = [.. known.Where(k => k.Id != Person.Id)];
        seen.People(Found.Select(k => k.Id));
    }
}
