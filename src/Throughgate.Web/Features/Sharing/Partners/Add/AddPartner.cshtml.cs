using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Partners.Add;

[Needs(Permission.ManageScheme)]
public sealed class AddPartnerPage(Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Delivers { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public void OnGet() => From = london.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Must(!string.IsNullOrWhiteSpace(Name) && Name.Length <= 200, nameof(Name), Words.Key("Enter the name, in at most 200 characters"));
        ModelState.Must(PartnerKinds.All.Contains(Kind), nameof(Kind), Words.Key("Choose what kind of agency it is"));
        ModelState.Must(Delivers is "yes" or "no", nameof(Delivers), Words.Key("Say whether it delivers part of the scheme"));
        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var row = new PartnerRow { Scheme = actor.Scheme!, Name = Name!.Trim(), Kind = Kind!, Delivers = Delivers == "yes", OpenFrom = From!.Value };
        db.Add(row);
        await db.SaveAsync(actor, time, new PartnerAdded(row.Id, row.Scheme, row.Name, row.Kind, row.Delivers, row.OpenFrom));
        return LocalRedirect($"/partners/{row.Id}");
    }
}
