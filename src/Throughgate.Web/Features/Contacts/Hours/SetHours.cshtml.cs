using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Rules.Releases;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Contacts.Hours;

/// <summary>When education is protected in each establishment, as the scheme knows it (REL-12); our default where nobody set it.</summary>
[Needs(Permission.ManageScheme)]
public sealed class SetHoursPage(Connection database, Db db, Actor actor, TimeProvider time, Words words) : PageModel
{
    [BindProperty]
    public string? Establishment { get; set; }

    [BindProperty]
    public string? Sessions { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the scheme had set last, of any establishment, when this page was opened.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public Conflict? Conflict { get; private set; }

    public IReadOnlyDictionary<string, HoursInForce> Set { get; private set; } = new Dictionary<string, HoursInForce>();

    public IReadOnlyList<Choice> Establishments =>
        [new("", words["Choose one"]), .. Reference.Instance.Establishments.Values.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new Choice(e.Value, e.Name))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Sessions = EstablishmentHoursReader.Write(VisitHours.Default);
        Shown = Key(await OfScheme().FirstOrDefaultAsync(cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var sessions = EstablishmentHoursReader.Read(Sessions ?? "");
        ModelState.Must(Establishment is not null && Reference.Instance.Establishments.ContainsKey(Establishment), nameof(Establishment), Words.Key("Choose the establishment"));
        ModelState.Must(sessions is { Count: <= 6 }, nameof(Sessions), Words.Key("Enter the hours like 09:00-12:00 13:00-16:00, or leave them empty where there are none"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Reason) && Reason.Length <= 500, nameof(Reason), Words.Key("Say who told you, in at most 500 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await MeanwhileAsync(cancel) is { } newest)
        {
            Conflict = Conflict.Between(
                newest.ActorName,
                new Differs(words["Protected education, Monday to Friday"], Sessions, newest.Sessions),
                new Differs(words["Who told you?"], Reason, newest.Reason)
            );
            ModelState.Remove(nameof(Shown));
            Shown = Key(await OfScheme().FirstOrDefaultAsync(cancel));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var text = EstablishmentHoursReader.Write(sessions!);
        db.Add(new EstablishmentHours { Scheme = actor.Scheme!, Establishment = Establishment!, Sessions = text, SetAt = time.GetUtcNow(), ActorName = actor.Name, Reason = Reason!.Trim() });
        await db.SaveAsync(actor, time, new EstablishmentHoursSet(Establishment!, text) { Why = Reason.Trim() });
        return LocalRedirect("/settings/establishments");
    }

    /// <summary>What somebody set for this establishment since the page was opened.</summary>
    private async Task<EstablishmentHours?> MeanwhileAsync(CancellationToken cancel)
    {
        var newest = await OfScheme().FirstOrDefaultAsync(h => h.Establishment == Establishment, cancel);
        var seen = Guid.TryParseExact(Shown, "N", out var key) ? await OfScheme().FirstOrDefaultAsync(h => h.Id == key, cancel) : null;
        return newest is not null && (seen is null || (newest.Id != seen.Id && newest.SetAt > seen.SetAt)) ? newest : null;
    }

    /// <summary>Newest first.</summary>
    private IQueryable<EstablishmentHours> OfScheme() =>
        db.Set<EstablishmentHours>().AsNoTracking().Where(h => h.Scheme == actor.Scheme).OrderByDescending(h => h.SetAt).ThenByDescending(h => h.Id);

    private static string Key(EstablishmentHours? hours) => hours?.Id.ToString("N") ?? "none";

    private async Task ReadAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel: cancel);
        Set = await connection.HoursOfAllAsync(actor.Scheme!, cancel);
    }
}

public sealed record EstablishmentHoursSet(string Establishment, string Sessions) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Hours of protected education set for {0}: {1}", Reference.Instance.EstablishmentName(Establishment), Sessions];
}
