using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Decide;

/// <summary>
/// A decision to share without consent (INF-1), or one single disclosure to the police or an employer, with consent or without (INF-4). Where the young
/// person said no, whoever decides has to say that it is shared all the same, and a second person confirms it before anything is.
/// </summary>
[Needs(Permission.RecordCasework)]
public sealed class DecideSharingPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    private const int Days = 28;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public List<string> What { get; set; } = [];

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>once or until.</summary>
    [BindProperty]
    public string? HowLong { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public bool AllTheSame { get; set; }

    public OfCase Of { get; private set; } = null!;

    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>Of what is to be shared, what the young person said no to: then the page asks whether it is shared all the same.</summary>
    public IReadOnlyList<string> SaidNo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        (Until, HowLong) = (london.Today.AddDays(Days), "once");
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var partner = Partners.FirstOrDefault(p => p.Row.Id.ToString() == Partner);
        Check(partner);
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var now = time.GetUtcNow();
        string[] what = [.. Categories.All.Where(What.Contains)];
        var consent = Basis == SharingBases.Consent;
        var row = new SharingDecisionRow
        {
            CaseId = Of.Case.Id,
            PartnerId = partner!.Row.Id,
            Basis = Basis!,
            Reason = Reason.OrNothing()!,
            DecidedById = actor.Id!.Value,
            DecidedBy = actor.Name,
            DecidedAt = now,
            UntilOn = Until!.Value,
            Once = HowLong == "once",
            OverridesRefusal = !consent && SaidNo.Count > 0,
        };
        db.Add(row);
        db.AddRange(what.Select(c => new SharingDecisionCategory { DecisionId = row.Id, CaseId = row.CaseId, Category = c }));
        var events = new List<HistoryEvent>
        {
            new SharingDecided(row.Id, partner.Row.Id, partner.Row.Name, row.Basis, what, row.UntilOn, row.Once, row.OverridesRefusal) { PersonId = id, CaseId = row.CaseId, Why = row.Reason },
        };
        if (consent)
        {
            events.Add(Agreed(partner, what, now, id));
        }

        await db.SaveAsync(actor, time, events);
        return LocalRedirect(Of.To("sharing"));
    }

    /// <summary>The young person agreed to this one disclosure: kept as what they said, until the decision's last day.</summary>
    private SharingTalkedOver Agreed(PartnerNow partner, string[] what, DateTimeOffset now, Guid person)
    {
        var talk = new ConsentTalk { CaseId = Of.Case.Id, Kind = ConsentTalk.Single, HeldOn = london.Today, At = now, ById = actor.Id, ByName = actor.Name, How = Reason.OrNothing() };
        db.Add(talk);
        db.AddRange(
            what.Select(c => new ConsentAnswerRow
            {
                ConsentId = talk.Id,
                CaseId = talk.CaseId,
                PartnerId = partner.Row.Id,
                Category = c,
                Answer = ConsentAnswers.Given,
                SaidOn = london.Today,
                At = now,
                UntilOn = Until,
            })
        );
        return new(talk.Id, london.Today, Until, [new(partner.Row.Id, partner.Row.Name, what, [])]) { PersonId = person, CaseId = talk.CaseId };
    }

    private void Check(PartnerNow? partner)
    {
        ModelState.Must(partner is not null, nameof(Partner), Words.Key("Choose the agency"));
        ModelState.Must(What.Count > 0 && What.TrueForAll(Categories.All.Contains), nameof(What), Words.Key("Tick what is to be shared, and no more than is needed"));
        ModelState.Must(Basis is not null && SharingWords.Basis.ContainsKey(Basis), nameof(Basis), Words.Key("Choose what the decision stands on"));
        ModelState.Must(Basis != SharingBases.Consent || partner is null or { OneByOne: true }, nameof(Basis), Words.Key("Consent to share with this agency is recorded as a talk with the young person, not here"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Reason) && Reason.Length <= 5000, nameof(Reason), Words.Key("Say why, in at most 5,000 characters: what would happen otherwise, and why this much is enough"));
        ModelState.Must(HowLong is "once" or "until", nameof(HowLong), Words.Key("Say whether it is for one time"));
        ModelState.Must(HowLong != "until" || partner is null or { OneByOne: false }, nameof(HowLong), Words.Key("With the police or an employer each time is a decision of its own: choose “one time”"));
        ModelState.Must(Until is not null || ModelState.ErrorCount > 0, "Until-day", Words.Key("Enter the day"));
        ModelState.Must(!(Until < london.Today), "Until-day", Words.Key("This day has gone by: enter today or a day to come"));
        ModelState.Must(!(Until > london.Today.AddDays(366)), "Until-day", Words.Key("A decision holds for at most a year: decide again then"));
        SaidNo = partner is null ? [] : [.. What.Where(partner.SaidNo.Contains)];
        var consent = Basis == SharingBases.Consent;
        ModelState.Must(consent || SaidNo.Count == 0 || AllTheSame, nameof(AllTheSame), Words.Key("The young person said no to some of this. Leave that out, or tick that it is to be shared all the same; a second person then confirms it"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = [.. (await db.PartnersNowAsync(of, time.GetUtcNow(), london.Today, cancel)).Where(p => p.Facts.Partner.Contains(london.Today))];
        return true;
    }
}
