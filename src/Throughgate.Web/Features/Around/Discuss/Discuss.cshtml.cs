using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Around.Discuss;

/// <summary>A young person who is a parent: needs and safeguarding were discussed with children's services (FAM-3).</summary>
[Needs(Permission.RecordCasework)]
public sealed class DiscussPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? WithWhom { get; set; }

    [BindProperty]
    public string? What { get; set; }

    public OfCase Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        On = london.Today;
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it when it has happened"));
        ModelState.Must(!string.IsNullOrWhiteSpace(WithWhom) && WithWhom.Length <= 200, nameof(WithWhom), Words.Key("Say with whom, in at most 200 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(What) && What.Length <= 5000, nameof(What), Words.Key("Say what was agreed, in at most 5,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        db.Add(new CareDiscussion { CaseId = Of.Case.Id, HeldOn = On!.Value, WithWhom = WithWhom!.Trim(), What = What!.Trim() });
        await db.SaveAsync(actor, time, new CareDiscussed(On.Value, WithWhom.Trim()) { PersonId = id, CaseId = Of.Case.Id });
        return LocalRedirect($"/young-people/{id}/people");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        return true;
    }
}
