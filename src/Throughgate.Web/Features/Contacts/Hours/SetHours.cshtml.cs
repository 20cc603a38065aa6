using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
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

    public IReadOnlyDictionary<string, HoursInForce> Set { get; private set; } = new Dictionary<string, HoursInForce>();

    public IReadOnlyList<Choice> Establishments =>
        [new("", words["Choose one"]), .. Reference.Instance.Establishments.Values.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new Choice(e.Value, e.Name))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Sessions = EstablishmentHoursReader.Write(VisitHours.Default);
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

        var text = EstablishmentHoursReader.Write(sessions!);
        db.Add(new EstablishmentHours { Scheme = actor.Scheme!, Establishment = Establishment!, Sessions = text, SetAt = time.GetUtcNow(), ActorName = actor.Name, Reason = Reason!.Trim() });
        await db.SaveAsync(actor, time, new EstablishmentHoursSet(Establishment!, text) { Why = Reason.Trim() });
        return LocalRedirect("/settings/establishments");
    }

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
