using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Restricted.Review;

/// <summary>One opening of a record in an emergency, as a manager reviews it.</summary>
/// <param name="Name">Null where the record is not the manager's to see.</param>
public sealed record Opening(GlassBroken Row, string? Name, DateOnly ReviewBy, bool IsLate);

/// <summary>Who broke the glass, why, and what a manager found (R27): those of the scheme's people and of the scheme's staff.</summary>
[Needs(Permission.ManageScheme)]
public sealed class ReviewGlassPage(GlassToReview glass, Visible visible, Db db, Actor actor, Seen seen, TimeProvider time, London london) : PageModel
{
    [BindProperty]
    public Guid Row { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    public Guid? Me => actor.Id;

    /// <summary>Not reviewed first, then the newest.</summary>
    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await glass.Of().FirstOrDefaultAsync(g => g.Id == Row, cancel) is not { } row)
        {
            return NotFound();
        }

        ModelState.Must(Finding.OrNothing() is { Length: <= 2000 }, nameof(Finding), Words.Key("Say what you found, in at most 2,000 characters"));
        ModelState.Must(row.AccountId != actor.Id, nameof(Finding), Words.Key("You opened this record yourself: another manager reviews it"));
        ModelState.Must(row.ReviewedAt is null && row.Version == Version, nameof(Finding), Words.Key("This was reviewed meanwhile"));
        if (ModelState.ErrorCount > 0)
        {
            await ReadAsync(cancel);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        (row.ReviewedAt, row.ReviewedBy, row.Finding) = (time.GetUtcNow(), actor.Name, Finding.OrNothing());
        row.Version++;
        await db.SaveAsync(actor, time, new GlassReviewed(row.Id, row.AccountName) { PersonId = row.PersonId, Why = row.Finding });
        return LocalRedirect("/glass");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var rows = await glass.Of().AsNoTracking().OrderBy(g => g.ReviewedAt != null).ThenByDescending(g => g.BrokenAt).Take(200).ToListAsync(cancel);
        var people = await visible.Few([.. rows.Select(r => r.PersonId).Distinct()]).ToDictionaryAsync(p => p.Id, cancel);
        seen.People(people.Keys);
        Openings =
        [
            .. rows.Select(r =>
            {
                var by = DateOnly.FromDateTime(London.Civil(r.BrokenAt)).AddDays(GlassBroken.ReviewedWithinDays);
                return new Opening(r, people.TryGetValue(r.PersonId, out var p) ? $"{p.FirstName} {p.LastName}" : null, by, r.ReviewedAt is null && by < london.Today);
            }),
        ];
    }
}

/// <summary>A manager has looked into an opening of this record; what was found stands with the event.</summary>
public sealed record GlassReviewed(Guid Opening, string Who) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["A manager reviewed why {0} broke the glass", Who];
}
