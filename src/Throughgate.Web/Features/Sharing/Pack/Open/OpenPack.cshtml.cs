using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughgate.Web.Access;
using Throughgate.Web.Access.SigningIn;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Data.Sharing;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Sharing.Pack.Open;

/// <summary>
/// Opens a pack with its code. Whatever is wrong (no such link, a wrong code, expired, taken back) gets the same words. What is shown is what the pack
/// names and what is shared at this moment; each opening is a disclosure on record.
/// </summary>
[Anyone("Whoever was sent the link and told its code; both are secrets, and what they open is asked of the young person’s consent each time")]
public sealed class OpenPackPage(Connection database, Seen seen, TimeProvider time, London london, Throttle throttle) : PageModel
{
    private const string Role = "pack";

    [BindProperty]
    public string? Code { get; set; }

    public bool Refused { get; private set; }

    public Shown? Shown { get; private set; }

    public void OnGet() => Code = null;

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancel)
    {
        var (address, now) = (Throttle.AddressOf(HttpContext.Connection), time.GetUtcNow());
        if (!throttle.MayTry(address, Throttle.OfAnAddress))
        {
            return Refuse();
        }

        // Nobody is signed in whom the database could be told of: the program asks for them, and shows what consent allows.
        await using var db = database.Context();
        using var turn = await throttle.TurnAsync(key);
        if (await db.PackAsync(PackKeys.HashKey(key), cancel) is not { } found || !found.Pack.IsOpenAt(now))
        {
            throttle.Failed(address);
            return Refuse();
        }

        var pack = found.Pack;
        var opener = new Actor(null, pack.Recipient, Role, found.Case.Scheme);
        seen.As = opener;
        seen.Person(found.Case.PersonId);
        if (!PackKeys.IsCode(pack.CodeHash, key, Code ?? ""))
        {
            throttle.Failed(address);
            await WrongAsync(db, found, opener);
            return Refuse();
        }

        var shared = await db.SharedOfAsync(found.Partner, found.Case, now, london.Today, cancel);
        if (found.Kept || shared.Shared.Where(s => found.Categories.Contains(s.Category)).ToList() is not { Count: > 0 } allowed)
        {
            return Refuse();
        }

        var profile = await db.ProfileAsync(found.Case, [.. allowed.Select(s => s.Category)], london.Today, cancel);
        Shown = new(profile, new(pack.Recipient, found.Partner.Name, now, pack.Why));
        await db.DiscloseAsync(opener, time, london.Today, found.Case, found.Partner, allowed, SharedSeen.Pack, pack.Why);
        return Page();
    }

    private async Task WrongAsync(Db db, PackFound found, Actor opener)
    {
        var pack = found.Pack;
        (pack.WrongCodes, pack.Version) = (pack.WrongCodes + 1, pack.Version + 1);
        HistoryEvent happened = pack.WrongCodes >= Data.Rows.Pack.Tries
            ? new PackClosed(pack.Id, pack.Recipient, true) { PersonId = found.Case.PersonId, CaseId = found.Case.Id }
            : new PackCodeWrong(pack.Id, pack.Recipient) { PersonId = found.Case.PersonId, CaseId = found.Case.Id };
        await db.SaveAsync(opener, time, happened);
    }

    private PageResult Refuse()
    {
        (Refused, Code) = (true, null);
        ModelState.Clear();
        seen.Outcome ??= "pack_refused";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
