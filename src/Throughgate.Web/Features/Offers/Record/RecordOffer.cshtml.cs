using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Offers.Record;

/// <summary>An offer of support: when, where, how, and what the young person answered. With an offer's key: correct it.</summary>
[Needs(Permission.RecordCasework)]
public sealed class RecordOfferPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    private const int MostWords = 2000;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Setting { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    /// <summary>Of the offer that is corrected, as this page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public OfCase Of { get; private set; } = null!;

    public bool IsCorrection { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, offer) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        if (offer is not null)
        {
            var said = await SaidAsync(offer, cancel);
            (On, Setting, Answer, Way, OwnWords, Version) = (offer.OfferedOn, offer.Setting, offer.Answer, said?.Way, said?.OwnWords, offer.Version);
            return Page();
        }

        On = london.Today;
        var inCustody = Of.Sentence is { Kind: "custodial" } && !(Of.Sentence.ReleasedOn <= On);
        (Setting, Way) = inCustody ? (OfferSettings.Custody, "visit") : (OfferSettings.Community, "face_to_face");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var (found, offer) = await FindAsync(id, row, cancel);
        if (!found)
        {
            return NotFound();
        }

        var use = new RecordOffer(visible, db, actor, time);
        if (Entry() is not { } entry || await ToldAsync(use, entry, offer?.Id, cancel))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (offer is null)
        {
            await use.RunAsync(Of, entry);
        }
        else if (offer.Version != Version)
        {
            return await BothAsync(offer, cancel);
        }
        else
        {
            await use.CorrectAsync(Of, offer, await SaidAsync(offer, cancel), Version, entry);
        }

        return LocalRedirect(Of.To("offers") + "#next");
    }

    private async Task<(bool Found, OfferRow? Offer)> FindAsync(Guid id, Guid? row, CancellationToken cancel)
    {
        var offer = row is null ? null : await visible.RowAsync<OfferRow>(id, row.Value, cancel);
        if ((row is not null && offer is null) || await visible.CaseAsync(id, offer?.CaseId ?? Programme, cancel) is not { } of)
        {
            return (false, null);
        }

        (Of, IsCorrection) = (of, offer is not null);
        return (true, offer);
    }

    private Task<OfferSaid?> SaidAsync(OfferRow offer, CancellationToken cancel) =>
        visible.OfCase<OfferSaid>(offer.CaseId).FirstOrDefaultAsync(s => s.OfferId == offer.Id, cancel);

    /// <summary>What was entered, or null with every problem told in its field.</summary>
    private OfferEntry? Entry()
    {
        ModelState.Must(On is not null || ModelState.ErrorCount > 0, "On-day", Words.Key("Enter the day"));
        ModelState.Must(Lists.Has("setting", Setting), nameof(Setting), Words.Key("Choose where the young person was"));
        ModelState.Must(Lists.Has("way", Way), nameof(Way), Words.Key("Choose how it was offered"));
        ModelState.Must(Lists.Has("answer", Answer), nameof(Answer), Words.Key("Choose what they answered"));
        ModelState.Must((OwnWords?.Length ?? 0) <= MostWords, nameof(OwnWords), Words.Key("These words are longer than 2,000 characters: shorten them"));
        var own = string.IsNullOrWhiteSpace(OwnWords) ? null : OwnWords.ReplaceLineEndings("\n").Trim();
        return ModelState.ErrorCount > 0 ? null : new(On!.Value, Setting!, Way!, Answer!, own);
    }

    /// <summary>Tells what is wrong with the entry as a whole; whether there was anything.</summary>
    private async Task<bool> ToldAsync(RecordOffer use, OfferEntry entry, Guid? row, CancellationToken cancel)
    {
        foreach (var (field, problem) in await use.ProblemsAsync(Of, entry, row, london.Today, cancel))
        {
            ModelState.AddModelError(field, problem);
        }

        return ModelState.ErrorCount > 0;
    }

    private async Task<IActionResult> BothAsync(OfferRow theirs, CancellationToken cancel)
    {
        var said = await SaidAsync(theirs, cancel);
        var days = new Days(words);
        Conflict = Conflict.Between(
            await db.ByAsync(theirs.CaseId, cancel),
            new(words["When was support offered?"], On is { } on ? days.Short(on) : null, days.Short(theirs.OfferedOn)),
            new(words["Where was the young person?"], Label("setting", Setting), Label("setting", theirs.Setting)),
            new(words["How was it offered?"], Label("way", Way), Label("way", said?.Way)),
            new(words["What did they answer?"], Label("answer", Answer), Label("answer", theirs.Answer)),
            new(words["What did they say, in their own words?"], OwnWords, said?.OwnWords)
        );
        ModelState.Remove(nameof(Version));
        Version = theirs.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string? Label(string list, string? code) => code is null ? null : words[Reference.Instance.Label(list, code)].ToString();
}
