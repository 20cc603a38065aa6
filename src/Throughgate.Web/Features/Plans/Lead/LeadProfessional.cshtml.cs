using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Plans.Lead;

/// <summary>Names the lead professional of a programme (PLN-1).</summary>
[Needs(Permission.RecordCasework)]
public sealed class LeadProfessionalPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        (Of, On, Version) = (of, of.Case.LeadProfessionalOn ?? london.Today, of.Case.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter the name and the role of the lead professional"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(On is null || On <= london.Today, "On-day", Words.Key("This day is still to come: record it once somebody is named"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (of.Case.Version != Version)
        {
            ModelState.Remove(nameof(Version));
            Version = of.Case.Version;
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        of.Case.Correct(Version);
        var chosen = new LeadProfessionalChosen(Name!.Trim(), On!.Value, of.Case.LeadProfessionalOn) { PersonId = of.Person.Id, CaseId = of.Case.Id };
        of.Case.LeadProfessionalOn = On;
        await db.SaveAsync(actor, time, chosen);
        return LocalRedirect(of.To("plan"));
    }
}
