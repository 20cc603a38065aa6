using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Sharing.Pack.Make;

/// <summary>
/// A link that expires, for somebody of a partner who has no account: no file, no e-mail of ours. The link and its code are shown once and kept as hashes;
/// the code goes another way. What the link shows is asked anew each time, so that a withdrawal closes it.
/// </summary>
[Needs(Permission.RecordCasework)]
[Fresh("What leaves the program is out of its hands")]
public sealed class MakePackPage(Visible visible, Db db, Actor actor, TimeProvider time, London london) : PageModel
{
    private const int MostDays = 28;

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public List<string> What { get; set; } = [];

    [BindProperty]
    public DateOnly? Until { get; set; }

    public OfCase Of { get; private set; } = null!;

    /// <summary>Those with which something is shared now.</summary>
    public IReadOnlyList<PartnerNow> Partners { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Data.Rows.Pack> Packs { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>The link and the code that were just made; shown this once.</summary>
    public (string Link, string Code)? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Until = london.Today.AddDays(7);
        return await FindAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var partner = Partners.FirstOrDefault(p => p.Row.Id.ToString() == Partner);
        ModelState.Must(partner is not null, nameof(Partner), Words.Key("Choose the agency"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Recipient) && Recipient.Length <= 200, nameof(Recipient), Words.Key("Say whom, by name or by what they do, in at most 200 characters"));
        ModelState.Must(!string.IsNullOrWhiteSpace(Why) && Why.Length <= 2000, nameof(Why), Words.Key("Say what it was for, in at most 2,000 characters"));
        ModelState.Must(What.Count > 0, nameof(What), Words.Key("Tick what is to be shared, and no more than is needed"));
        ModelState.Must(partner is null || What.TrueForAll(w => partner.Shared.Any(s => s.Category == w)), nameof(What), Words.Key("Some of this is not shared with this agency now: leave it out"));
        ModelState.Must(Until is not null || ModelState.ErrorCount > 0, "Until-day", Words.Key("Enter the day"));
        ModelState.Must(!(Until < london.Today), "Until-day", Words.Key("This day has gone by: enter today or a day to come"));
        ModelState.Must(!(Until > london.Today.AddDays(MostDays)), "Until-day", Words.Key("A link holds for at most 28 days: make another then"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var (key, code) = PackKeys.New();
        var pack = new Data.Rows.Pack
        {
            CaseId = Of.Case.Id,
            PartnerId = partner!.Row.Id,
            Recipient = Recipient!.Trim(),
            Why = Why.OrNothing()!,
            KeyHash = PackKeys.HashKey(key),
            CodeHash = PackKeys.HashCode(key, code),
            MadeAt = Now,
            ById = actor.Id,
            ByName = actor.Name,
            UntilAt = London.StartOf(Until!.Value.AddDays(1)),
        };
        db.Add(pack);
        db.AddRange(What.Distinct().Select(c => new PackCategory { PackId = pack.Id, CaseId = pack.CaseId, Category = c }));
        await db.SaveAsync(actor, time, new PackMade(pack.Id, partner.Row.Id, partner.Row.Name, pack.Recipient, [.. What.Distinct()], Until.Value) { PersonId = id, CaseId = pack.CaseId, Why = pack.Why });
        Made = ($"{Request.Scheme}://{Request.Host}/pack/{key}", PackKeys.Spaced(code));
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, Guid pack, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || await visible.OfCase<Data.Rows.Pack>(Of.Case.Id).FirstOrDefaultAsync(p => p.Id == pack && p.ClosedAt == null, cancel) is not { } row)
        {
            return NotFound();
        }

        (row.ClosedAt, row.ClosedBy, row.Version) = (Now, actor.Name, row.Version + 1);
        await db.SaveAsync(actor, time, new PackClosed(row.Id, row.Recipient, false) { PersonId = id, CaseId = row.CaseId });
        return LocalRedirect(Of.To("sharing/pack"));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return false;
        }

        Of = of;
        Partners = [.. (await db.PartnersNowAsync(of, Now, london.Today, cancel)).Where(p => p.Shared.Count > 0)];
        Packs = await visible.OfCase<Data.Rows.Pack>(of.Case.Id).AsNoTracking().OrderByDescending(p => p.MadeAt).ToListAsync(cancel);
        return true;
    }
}
