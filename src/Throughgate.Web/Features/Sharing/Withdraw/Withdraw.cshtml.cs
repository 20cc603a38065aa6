using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Withdraw;

/// <summary>The young person takes consent back, all of it or a part, with effect from the moment it is saved; or a consent was recorded by mistake.</summary>
[Needs(Permission.RecordCasework)]
public sealed class WithdrawPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    public const string Everything = "everything";
    public const string Parts = "parts";

    /// <summary>The box of the use for evaluation among <see cref="Which"/>.</summary>
    public const string Evaluation = "statistics";

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    /// <summary><see cref="Everything"/> or <see cref="Parts"/>.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>partner:category</summary>
    [BindProperty]
    public List<string> Which { get; set; } = [];

    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>young_person or mistake.</summary>
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Those with something that was agreed to and not taken back.</summary>
    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>The yes to evaluation that stands; null where there is none.</summary>
    public StatisticsAnswer? Statistics { get; private set; }

    public bool IsNothing => Partners.Count == 0 && Statistics is null;

    public static string Box(PartnerNow partner, string category) => $"{partner.Row.Id}:{category}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        (On, Who) = (london.Today, "young_person");
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(What is Everything or Parts, nameof(What), Words.Key("Say whether everything is taken back or only parts"));
        ModelState.Must(What != Parts || Which.Count > 0, nameof(Which), Words.Key("Tick what is taken back"));
        ModelState.Must(Which.TrueForAll(w => (w == Evaluation && Statistics is not null) || Partners.Any(p => p.Given.Any(c => Box(p, c) == w))), nameof(Which), Words.Key("Choose from the list"));
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(!(On > london.Today), "On-day", Words.Key("This day is still to come: record it once it has happened"));
        ModelState.Must(Who is "young_person" or "mistake", nameof(Who), Words.Key("Say whether it was taken back or recorded by mistake"));
        ModelState.Must((OwnWords?.Length ?? 0) <= 5000, nameof(OwnWords), Words.Key("This is longer than 5,000 characters: shorten it"));
        if (ModelState.ErrorCount > 0 || IsNothing)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var mistake = Who == "mistake";
        var evaluation = Statistics is not null && (What == Everything || Which.Contains(Evaluation));
        var talk = new ConsentTalk
        {
            CaseId = Of.Case.Id,
            Kind = mistake ? ConsentTalk.Mistake : ConsentTalk.Withdrawal,
            HeldOn = On!.Value,
            At = time.GetUtcNow(),
            ById = actor.Id,
            ByName = actor.Name,
            OwnWords = OwnWords.OrNothing(),
            Statistics = evaluation ? ConsentAnswers.Withdrawn : null,
            StatisticsOn = evaluation ? Later(Statistics!.On, On.Value) : null,
        };
        db.Add(talk);
        var about = Partners.Select(p => TakeBack(talk, p)).Where(a => a.Refused.Count > 0).ToList();
        await db.SaveAsync(actor, time, new ConsentTakenBack(talk.Id, talk.HeldOn, mistake, about, evaluation) { PersonId = id, CaseId = Of.Case.Id, Why = OwnWords.OrNothing() });
        return LocalRedirect(Of.To("sharing"));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private AnsweredAbout TakeBack(ConsentTalk talk, PartnerNow partner)
    {
        string[] taken = [.. partner.Given.Where(c => What == Everything || Which.Contains(Box(partner, c)))];
        foreach (var category in taken)
        {
            // Said on the day of the yes or later, so that it always comes after it: with effect at once.
            var given = partner.LastSaid.First(a => a.Category == category).On;
            db.Add(
                new ConsentAnswerRow
                {
                    ConsentId = talk.Id,
                    CaseId = talk.CaseId,
                    PartnerId = partner.Row.Id,
                    Category = category,
                    Answer = ConsentAnswers.Withdrawn,
                    SaidOn = Later(given, talk.HeldOn),
                    At = talk.At,
                }
            );
        }

        return new(partner.Row.Id, partner.Row.Name, [], taken);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = [.. (await db.PartnersNowAsync(of, time.GetUtcNow(), london.Today, cancel)).Where(p => p.Given.Count > 0)];
        Statistics = StatisticsFlag.Stands(await db.StatisticsOfAsync(id, cancel), time.GetUtcNow(), london.Today) is { IsGiven: true } yes ? yes : null;
        return true;
    }
}
