using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Partners.Agree;

/// <summary>Records an agreement with a partner, or the one that follows the last: from when to when, what for, and what may be shared.</summary>
[Needs(Permission.ManageScheme)]
public sealed class AgreePartnerPage(Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures) : PageModel
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Protocol { get; set; }

    [BindProperty]
    public List<string> Allowed { get; set; } = [];

    [BindProperty]
    public string? Purpose { get; set; }

    public PartnerSeen Partner { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        var last = Partner.Agreements.Count > 0 ? Partner.Agreements[0] : null;
        From = last is null || last.Row.UntilOn < london.Today ? london.Today : last.Row.UntilOn.AddDays(1);
        Until = From.Value.AddYears(1).AddDays(-1);
        if (last is not null)
        {
            (Protocol, Allowed, Purpose) = (last.Row.HasProtocol ? "yes" : "no", [.. last.Categories], last.Row.Purpose);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancel)
    {
        if (!await FindAsync(row, cancel))
        {
            return NotFound();
        }

        ModelState.Must(From is not null || ModelState.ErrorCount > 0, "From-day", Words.Key("Enter the day"));
        ModelState.Must(Until is not null || ModelState.ErrorCount > 0, "Until-day", Words.Key("Enter the day"));
        ModelState.Must(!(Until < From), "Until-day", Words.Key("The last day is before the first"));
        ModelState.Must(!(Until > From?.AddYears(10)), "Until-day", Words.Key("An agreement holds for at most ten years: mend the day"));
        ModelState.Must(Protocol is "yes" or "no", nameof(Protocol), Words.Key("Say whether it holds an information-sharing protocol"));
        ModelState.Must(Allowed.TrueForAll(Categories.All.Contains), nameof(Allowed), Words.Key("Choose from the list"));
        ModelState.Must(Protocol != "yes" || Allowed.Count > 0, nameof(Allowed), Words.Key("Choose what the protocol allows to be shared"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Purpose) && Purpose.Length <= 2000, nameof(Purpose), Words.Key("Say what it is for, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        string[] allowed = Protocol == "yes" ? [.. Categories.All.Where(Allowed.Contains)] : [];
        var made = new AgreementRow { PartnerId = row, FromOn = From!.Value, UntilOn = Until!.Value, HasProtocol = Protocol == "yes", Purpose = Purpose.OrNothing()! };
        db.Add(made);
        db.AddRange(allowed.Select(c => new AgreementCategory { AgreementId = made.Id, Category = c }));
        await db.SaveAsync(actor, time, new AgreementMade(made.Id, row, actor.Scheme!, Partner.Row.Name, made.FromOn, made.UntilOn, made.HasProtocol, allowed, made.Purpose));
        return LocalRedirect($"/partners/{row}");
    }

    private async Task<bool> FindAsync(Guid row, CancellationToken cancel)
    {
        if ((await db.PartnersOfAsync(actor.Scheme!, await figures.ReadAsync(cancel), london.Today, cancel)).FirstOrDefault(p => p.Row.Id == row) is not { } found || !found.IsOpenOn(london.Today))
        {
            return false;
        }

        Partner = found;
        return true;
    }
}
