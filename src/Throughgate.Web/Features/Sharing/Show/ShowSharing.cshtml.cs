using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Show;

/// <summary>
/// What may be shared about one young person, with whom and why; what was said; decisions, which a second person confirms here and anybody ends.
/// Taking part, sharing and figures are three things, and stand apart.
/// </summary>
[Needs(Permission.SeePerson)]
public sealed class ShowSharingPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ConsentTalk> Talks { get; private set; } = [];

    public ILookup<Guid, ConsentAnswerRow> Answers { get; private set; } = null!;

    /// <summary>The answer about evaluation that stands, whichever programme it was given under.</summary>
    public StatisticsAnswer? Statistics { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SharingDecisionRow> Decisions { get; private set; } = [];

    /// <summary>What partners answered about their actions, newest first.</summary>
    public IReadOnlyList<PartnerAnswer> Answered { get; private set; } = [];

    private Dictionary<Guid, string> _actions = [];

    public string ActionOf(Guid line) => _actions.GetValueOrDefault(line) ?? "";

    public DateOnly Today => london.Today;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public bool MayConfirm(SharingDecisionRow decision) => MayRecord && decision.DecidedById != actor.Id && (actor.May(Permission.ManageScheme) || actor.Role == RoleTable.CaseManager);

    public Domain.Sharing.SharingDecision Facts(SharingDecisionRow decision) => Partners.SelectMany(p => p.Facts.Decisions).First(d => d.Id == decision.Id);

    public string NameOf(Guid partner) => Partners.FirstOrDefault(p => p.Row.Id == partner)?.Row.Name ?? "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    [Needs(Permission.RecordCasework)]
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid decision, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || Decisions.FirstOrDefault(d => d.Id == decision) is not { OverridesRefusal: true } row || !MayConfirm(row) || Facts(row).Confirmed is not null)
        {
            return NotFound();
        }

        db.Add(new SharingConfirmation { DecisionId = row.Id, CaseId = row.CaseId, ById = actor.Id!.Value, ByName = actor.Name, At = time.GetUtcNow() });
        await db.SaveAsync(actor, time, new SharingConfirmed(row.Id, NameOf(row.PartnerId)) { PersonId = id, CaseId = row.CaseId });
        return LocalRedirect(Of.To("sharing"));
    }

    [Needs(Permission.RecordCasework)]
    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid decision, string? why, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || Decisions.FirstOrDefault(d => d.Id == decision) is not { } row || Facts(row).EndedAt is not null)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(why) || why.Length > 2000)
        {
            ModelState.AddModelError($"why-{row.Id:N}", Words.Key("Say in a few words why (at most 2,000 characters)"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        db.Add(new SharingEnd { DecisionId = row.Id, CaseId = row.CaseId, ById = actor.Id!.Value, ByName = actor.Name, At = time.GetUtcNow(), Why = why.OrNothing()! });
        await db.SaveAsync(actor, time, new SharingDecisionEnded(row.Id, NameOf(row.PartnerId)) { PersonId = id, CaseId = row.CaseId, Why = why.OrNothing() });
        return LocalRedirect(Of.To("sharing"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = await db.PartnersNowAsync(of, Now, Today, cancel);
        Talks = await visible.OfCase<ConsentTalk>(of.Case.Id).AsNoTracking().OrderByDescending(t => t.HeldOn).ThenByDescending(t => t.At).ToListAsync(cancel);
        Statistics = StatisticsFlag.Stands(await db.StatisticsOfAsync(id, cancel), Now, Today);
        Answers = (await visible.OfCase<ConsentAnswerRow>(of.Case.Id).AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.ConsentId);
        Decisions = await visible.OfCase<SharingDecisionRow>(of.Case.Id).AsNoTracking().OrderByDescending(d => d.DecidedAt).ToListAsync(cancel);
        Answered = await visible.OfCase<PartnerAnswer>(of.Case.Id).AsNoTracking().OrderByDescending(a => a.At).ToListAsync(cancel);
        if (Answered.Count > 0)
        {
            var actions = await visible.OfCase<PlanActionRow>(of.Case.Id).AsNoTracking().Select(a => new { a.Line, a.What }).ToListAsync(cancel);
            _actions = actions.DistinctBy(a => a.Line).ToDictionary(a => a.Line, a => a.What);
        }

        return true;
    }
}
