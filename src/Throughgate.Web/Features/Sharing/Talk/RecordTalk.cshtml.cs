using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Rules.Information;
using Throughgate.Domain.Sharing;
using Throughgate.Domain.Time;
using Throughgate.Domain.Rules;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Drafts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Talk;

/// <summary>A talk about sharing (INF-2): how it was explained, who was there, what the young person said to each agency and each part, and until when.</summary>
[Rule("INF-2")]
[Needs(Permission.RecordCasework)]
[KeepsDraft]
public sealed class RecordTalkPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, FiguresInForce figures) : PageModel
{
    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? ExplainedBy { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Understood { get; set; }

    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? Competence { get; set; }

    [BindProperty]
    public string? CompetenceWhy { get; set; }

    [BindProperty]
    public string? ParentView { get; set; }

    [BindProperty]
    public string? ParentSaid { get; set; }

    /// <summary>Keys of the partners that were talked about.</summary>
    [BindProperty]
    public List<string> About { get; set; } = [];

    /// <summary>partner:category, each that was agreed to.</summary>
    [BindProperty]
    public List<string> Yes { get; set; } = [];

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    [BindProperty]
    public string? Refused { get; set; }

    [BindProperty]
    public bool ToldOfFigures { get; set; }

    /// <summary>yes, no or not_asked: a third answer, by itself.</summary>
    [BindProperty]
    public string? Statistics { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Those with which something can be shared as a matter of course: open, with an agreement that allows it.</summary>
    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>One partner's boxes among <see cref="Yes"/>.</summary>
    public static string Box(PartnerNow partner, string category) => $"{partner.Row.Id}:{category}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var months = (await figures.ReadAsync(cancel)).InForce(ConsentGoneOver.Every, london.Today).Value;
        (On, Until, ExplainedBy, Statistics) = (london.Today, london.Today.AddMonths(months), actor.Name, TalkWords.NotAsked);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Check();
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var talk = new ConsentTalk
        {
            CaseId = Of.Case.Id,
            Kind = ConsentTalk.Talk,
            HeldOn = On!.Value,
            At = time.GetUtcNow(),
            ById = actor.Id,
            ByName = actor.Name,
            ExplainedBy = ExplainedBy.OrNothing(),
            How = How.OrNothing(),
            Understood = Understood,
            Present = Present.OrNothing(),
            OwnWords = OwnWords.OrNothing(),
            Refused = Refused.OrNothing(),
            Competence = Competence,
            CompetenceWhy = CompetenceWhy.OrNothing(),
            ParentView = ParentView,
            ParentSaid = ParentSaid.OrNothing(),
            ToldOfFigures = ToldOfFigures,
            Statistics = Evaluation,
            StatisticsOn = Evaluation is null ? null : On,
        };
        db.Add(talk);
        var about = Partners.Where(p => About.Contains(p.Row.Id.ToString())).Select(p => Answer(talk, p)).ToList();
        await db.SaveAsync(actor, time, new SharingTalkedOver(talk.Id, talk.HeldOn, Yes.Count > 0 ? Until : null, about, Evaluation) { PersonId = id, CaseId = Of.Case.Id });
        return LocalRedirect(Of.To("sharing"));
    }

    /// <summary>Every category that the agreement allows was talked over with that partner: what is not among the yeses is a no.</summary>
    private AnsweredAbout Answer(ConsentTalk talk, PartnerNow partner)
    {
        var said = partner.Allowed.ToLookup(c => Yes.Contains(Box(partner, c)));
        db.AddRange(
            partner.Allowed.Select(c => new ConsentAnswerRow
            {
                ConsentId = talk.Id,
                CaseId = talk.CaseId,
                PartnerId = partner.Row.Id,
                Category = c,
                Answer = said[true].Contains(c) ? ConsentAnswers.Given : ConsentAnswers.Refused,
                SaidOn = talk.HeldOn,
                At = talk.At,
                UntilOn = said[true].Contains(c) ? Until : null,
            })
        );
        return new(partner.Row.Id, partner.Row.Name, [.. said[true]], [.. said[false]]);
    }

    private string? Evaluation => Statistics switch { TalkWords.Yes => ConsentAnswers.Given, TalkWords.No => ConsentAnswers.Refused, _ => null };

    private void Check()
    {
        var under16 = On is { } on && Age.On(Of.Person.DateOfBirth, on) < 16;
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must(!(On < Of.Case.ReferredOn), "On-day", Words.Key("This is before the referral: mend the day"));
        Text(ExplainedBy, nameof(ExplainedBy), 200, Words.Key("Say who explained it, in at most 200 characters"));
        Text(How, nameof(How), 2000, Words.Key("Say how it was explained, in at most 2,000 characters"));
        ModelState.Must(TalkWords.UnderstoodCodes.Contains(Understood), nameof(Understood), Words.Key("Say whether the young person understood it"));
        Text(Present, nameof(Present), 500, Words.Key("Say who was there, in at most 500 characters; if nobody else was, write that"));
        ModelState.Must(TalkWords.CompetenceCodes.Contains(Competence), nameof(Competence), Words.Key("Say whether the young person is able to decide this"));
        ModelState.Must(Competence != "capacity" || !under16, nameof(Competence), Words.Key("The young person is under 16 on that day: the first answer is for them"));
        ModelState.Must(Competence != "gillick" || under16, nameof(Competence), Words.Key("The young person is 16 or over on that day: the second answer is for them"));
        ModelState.Must(TalkWords.ParentViewCodes.Contains(ParentView), nameof(ParentView), Words.Key("Say what parents or carers think of it, or that they were not asked"));
        ModelState.Must((CompetenceWhy?.Length ?? 0) <= 2000, nameof(CompetenceWhy), Words.Key("This is longer than 2,000 characters: shorten it"));
        ModelState.Must((ParentSaid?.Length ?? 0) <= 2000, nameof(ParentSaid), Words.Key("This is longer than 2,000 characters: shorten it"));
        ModelState.Must((Refused?.Length ?? 0) <= 5000, nameof(Refused), Words.Key("This is longer than 5,000 characters: shorten it"));
        Text(OwnWords, nameof(OwnWords), 5000, Words.Key("Write what they said, in at most 5,000 characters. If they said nothing, write that"));
        ModelState.Must(Yes.TrueForAll(y => Partners.Any(p => About.Contains(p.Row.Id.ToString()) && p.Allowed.Any(c => Box(p, c) == y))), nameof(About), Words.Key("Tick the agency as well as what may be shared with it"));
        ModelState.Must(About.TrueForAll(a => Partners.Any(p => p.Row.Id.ToString() == a)), nameof(About), Words.Key("Choose from the list"));
        ModelState.Must(TalkWords.StatisticsCodes.Contains(Statistics), nameof(Statistics), Words.Key("Say what the young person answered about evaluation, or that it was not talked about"));
        if (Yes.Count > 0 || Statistics == TalkWords.Yes)
        {
            ModelState.Must(Understood != "no", nameof(Understood), Words.Key("Nobody can agree to what they have not understood: explain it in another way, and ask again"));
            ModelState.Must(Competence != "not_competent" || ParentView == "agrees", nameof(Competence), Words.Key("Who is not able to decide alone cannot agree alone: somebody with parental responsibility has to agree with them"));
        }

        if (Yes.Count > 0)
        {
            ModelState.Must(Until is not null || ModelState.ErrorCount > 0, "Until-day", Words.Key("Enter the day until which it may be shared"));
            ModelState.Must(!(Until < On), "Until-day", Words.Key("The last day is before the first"));
            ModelState.Must(!(Until > On?.AddYears(2)), "Until-day", Words.Key("Consent holds for at most two years; it is gone over before"));
        }
    }

    private void Text(string? typed, string field, int most, string problem) => ModelState.Must(!string.IsNullOrWhiteSpace(typed) && typed.Length <= most, field, problem);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = [.. (await db.PartnersNowAsync(of, time.GetUtcNow(), london.Today, cancel)).Where(p => !p.OneByOne && p.Allowed.Count > 0 && p.Facts.Partner.Contains(london.Today))];
        return true;
    }
}
