using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Care;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Around.Visits;

/// <summary>Who pays for the family's visits: other sources first, and named (FAM-2).</summary>
[Needs(Permission.RecordCasework)]
public sealed class FamilyVisitsPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    private const decimal Most = 10_000m;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? VisitOn { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    /// <summary>In pounds: 42.50.</summary>
    [BindProperty]
    public string? Cost { get; set; }

    [BindProperty]
    public string? SourcesTried { get; set; }

    [BindProperty]
    public string? PaidBy { get; set; }

    [BindProperty]
    public string? DecidedBy { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FamilyVisitRow> Visits { get; private set; } = [];

    public IEnumerable<Choice> PayerChoices => FamilyVisitMoney.Payers.Select(p => new Choice(p, words[DecideFamilyVisit.Payers[p]].ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        (VisitOn, DecidedBy) = (london.Today, actor.Name);
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Entry() is { } entry)
        {
            if (await new DecideFamilyVisit(db, actor, time).RunAsync(Of, entry))
            {
                return LocalRedirect(Of.To("family-visits"));
            }

            ModelState.AddModelError(nameof(SourcesTried), Words.Key("Resettlement money comes last: name each other source that was asked, and what came of it"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private FamilyVisitEntry? Entry()
    {
        var isMoney = decimal.TryParse(Cost, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds <= Most && decimal.Round(pounds, 2) == pounds;
        ModelState.Must(VisitOn is not null || ModelState.ErrorCount > 0, "VisitOn-day", Words.Key("Enter the day"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Who) && Who.Length <= 200, nameof(Who), Words.Key("Say who visits, in at most 200 characters"));
        ModelState.Must(isMoney, nameof(Cost), Words.Key("Enter pounds and pence like 42.50, at most 10,000"));
        ModelState.Must((SourcesTried?.Length ?? 0) <= 5000, nameof(SourcesTried), Words.Key("Write at most 5,000 characters"));
        ModelState.Must(PaidBy is not null && FamilyVisitMoney.Payers.Contains(PaidBy), nameof(PaidBy), Words.Key("Choose who pays"));
        ModelState.Must(!string.IsNullOrWhiteSpace(DecidedBy) && DecidedBy.Length <= 200, nameof(DecidedBy), Words.Key("Say who decided, in at most 200 characters"));
        return ModelState.ErrorCount > 0 ? null : new(VisitOn!.Value, Who!.Trim(), (int)(pounds * 100), SourcesTried.OrNothing(), PaidBy!, london.Today, DecidedBy!.Trim());
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Visits = await visible.OfCase<FamilyVisitRow>(of.Case.Id).AsNoTracking().OrderByDescending(v => v.VisitOn).ToListAsync(cancel);
        return true;
    }
}
