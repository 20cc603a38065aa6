using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Follow;

/// <summary>An action of the plan as time goes on: when it was done, and what parents or carers said. The plan itself stays as agreed.</summary>
[Needs(Permission.RecordCasework)]
public sealed class FollowActionPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public DateOnly? Done { get; set; }

    [BindProperty]
    public string? Parents { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public PlanActionRow Row { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        (Done, Parents, Version) = (Row.DoneOn, Row.Parents, Row.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(id, row, cancel))
        {
            return NotFound();
        }

        if (!Lists.Has("parents", Parents))
        {
            ModelState.AddModelError(nameof(Parents), Words.Key("Choose whether parents or carers have to agree"));
        }

        if (Done > london.Today)
        {
            ModelState.AddModelError("Done-day", Words.Key("This day is still to come: record it once it was done"));
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Row.Version != Version)
        {
            var days = new Days(words);
            Conflict = Conflict.Between(
                await db.ByAsync(Row.CaseId, cancel),
                new(words["Done on"], Done is { } d ? days.Short(d) : null, Row.DoneOn is { } t ? days.Short(t) : null),
                new(words["Parents or carers"], words[Reference.Instance.Label("parents", Parents)], words[Reference.Instance.Label("parents", Row.Parents)])
            );
            ModelState.Remove(nameof(Version));
            Version = Row.Version;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Row.Correct(Version);
        var changed = new PlanActionChanged(Row.Id, Row.What, Row.DoneOn, Done, Row.Parents, Parents!) { PersonId = Of.Person.Id, CaseId = Of.Case.Id };
        (Row.DoneOn, Row.Parents) = (Done, Parents!);
        await db.SaveAsync(actor, time, changed);
        return LocalRedirect(Of.To("plan") + "#" + Row.Pathway);
    }

    private async Task<bool> FindAsync(Guid id, Guid row, CancellationToken cancel)
    {
        if (await visible.RowAsync<PlanActionRow>(id, row, cancel) is not { } found || await visible.CaseAsync(id, found.CaseId, cancel) is not { } of)
        {
            return false;
        }

        (Row, Of) = (found, of);
        return true;
    }
}
