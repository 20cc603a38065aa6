using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Tell;

/// <summary>
/// Something was told to an agency, spoken or on paper (INF-5). It stands on what was in force on that day: the young person's consent, or a decision;
/// what stands on nothing is not recorded as if it did, but sent to be decided first.
/// </summary>
[Needs(Permission.RecordCasework)]
public sealed class TellOutsidePage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary>A decision for one time, which this disclosure uses.</summary>
    [FromQuery(Name = "decision")]
    public Guid? Decision { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public List<string> Which { get; set; } = [];

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>The decision that is used, with its partner.</summary>
    public (PartnerNow Partner, SharingDecision Decision)? Used { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (On, Partner) = (london.Today, Used?.Partner.Row.Id.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var partner = Used?.Partner ?? Partners.FirstOrDefault(p => p.Row.Id.ToString() == Partner);
        ModelState.Must(partner is not null, nameof(Partner), Words.Key("Choose the agency"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Recipient) && Recipient.Length <= 200, nameof(Recipient), Words.Key("Say whom, by name or by what they do, in at most 200 characters"));
        ModelState.Must(Which.Count > 0 && Which.TrueForAll(Categories.All.Contains), nameof(Which), Words.Key("Tick what was told"));
        ModelState.Must(How is not null && ToldWords.ByHand.Contains(How), nameof(How), Words.Key("Say how it was told"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must((What?.Length ?? 0) <= 5000, nameof(What), Words.Key("This is longer than 5,000 characters: shorten it"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 2000, nameof(Why), Words.Key("Say what it was for, in at most 2,000 characters"));
        var shared = partner is null || On is null ? [] : MayBeTold(partner);
        if (ModelState.ErrorCount == 0 && Which.Where(w => !shared.Any(s => s.Category == w && s.IsShared)).ToList() is { Count: > 0 } not)
        {
            ModelState.AddModelError(nameof(Which), Words.Key("Some of this stood on nothing on that day. Leave it out, or record the decision first; a decision for one time is used from its own line"));
            NotShared = [.. shared.Where(s => not.Contains(s.Category))];
        }

        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await SaveAsync(partner!, [.. shared.Where(s => Which.Contains(s.Category))]);
        return LocalRedirect(Of.To("sharing/told"));
    }

    /// <summary>What was ticked and may not be told, with why.</summary>
    public IReadOnlyList<CategoryShared> NotShared { get; private set; } = [];

    private IReadOnlyList<CategoryShared> MayBeTold(PartnerNow partner) =>
        Used is { } used ? SharedInformation.Once(partner.Facts, used.Decision, time.GetUtcNow(), On!.Value) : SharedInformation.With(partner.Facts, time.GetUtcNow(), On!.Value);

    private async Task SaveAsync(PartnerNow partner, IReadOnlyList<CategoryShared> told)
    {
        var row = new DisclosureRow
        {
            CaseId = Of.Case.Id,
            PartnerId = partner.Row.Id,
            Recipient = Recipient!.Trim(),
            How = How!,
            ToldOn = On!.Value,
            At = time.GetUtcNow(),
            ById = actor.Id,
            ByName = actor.Name,
            What = What.OrNothing(),
            Why = Why.OrNothing()!,
            Basis = string.Join(' ', told.Select(t => t.Basis!).Distinct()),
            DecisionId = told.Select(t => t.Decision).FirstOrDefault(d => d is not null),
            SingleDecisionId = Used?.Decision.Id,
        };
        db.Add(row);
        db.AddRange(told.Select(t => new DisclosureCategory { DisclosureId = row.Id, CaseId = row.CaseId, Category = t.Category }));
        await db.SaveAsync(
            actor,
            time,
            new Disclosed(row.Id, partner.Row.Id, partner.Row.Name, row.Recipient, row.ToldOn, row.How, row.Basis, [.. told.Select(t => t.Category)]) { PersonId = Of.Person.Id, CaseId = row.CaseId, Why = row.Why }
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = await db.PartnersNowAsync(of, time.GetUtcNow(), london.Today, cancel);
        if (Decision is not { } decision)
        {
            return true;
        }

        Used = Partners.SelectMany(p => p.Facts.Decisions.Where(d => d.Once && d.UsedAt is null).Select(d => (p, d))).Where(x => x.d.Id == decision).Select(x => ((PartnerNow, SharingDecision)?)x).FirstOrDefault();
        return Used is not null;
    }
}
