using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Closing.Decide;

/// <summary>Who carries on: decided at the end of the order (OPN-7), and before somebody becomes 18 (OPN-13).</summary>
[Needs(Permission.RecordCasework)]
public sealed class DecidePage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? WhoCarriesOn { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsOrderEnd { get; private set; }

    /// <summary>What was decided before, newest first.</summary>
    public IReadOnlyList<CaseDecision> Decided { get; private set; } = [];

    public Citation Rule => IsOrderEnd ? DecisionAtOrderEnd.Citation : DecisionBefore18.Citation;

    public async Task<IActionResult> OnGetAsync(Guid id, string about, CancellationToken cancel)
    {
        (On, By) = (london.Today, actor.Name);
        return await FindAsync(id, about, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string about, CancellationToken cancel)
    {
        if (!await FindAsync(id, about, cancel))
        {
            return NotFound();
        }

        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it when it has happened"));
        ModelState.Must(!string.IsNullOrWhiteSpace(By) && By.Length <= 200, nameof(By), Words.Key("Say who decided, in at most 200 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(WhoCarriesOn) && WhoCarriesOn.Length <= 1000, nameof(WhoCarriesOn), Words.Key("Say who carries on, in at most 1,000 characters"));
        ModelState.Must((Note?.Length ?? 0) <= 5000, nameof(Note), Words.Key("Write at most 5,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new CaseDecision
        {
            CaseId = Of.Case.Id,
            Kind = IsOrderEnd ? DecisionAtOrderEnd.Kind : DecisionBefore18.Kind,
            DecidedOn = On!.Value,
            DecidedBy = By!.Trim(),
            WhoCarriesOn = WhoCarriesOn!.Trim(),
            UntilOn = Until,
            Note = Note.OrNothing(),
        };
        db.Add(row);
        await db.SaveAsync(actor, time, new CarryingOnDecided(row.Kind, row.DecidedOn, row.DecidedBy, row.WhoCarriesOn, Until) { PersonId = id, CaseId = Of.Case.Id });
        return LocalRedirect(Of.Path);
    }

    private async Task<bool> FindAsync(Guid id, string about, CancellationToken cancel)
    {
        if (about is not ("order-end" or "turning-18") || await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        (Of, IsOrderEnd) = (of, about == "order-end");
        var kind = IsOrderEnd ? DecisionAtOrderEnd.Kind : DecisionBefore18.Kind;
        Decided = await visible.OfCase<CaseDecision>(of.Case.Id).AsNoTracking().Where(d => d.Kind == kind).OrderByDescending(d => d.DecidedOn).ToListAsync(cancel);
        return true;
    }
}
