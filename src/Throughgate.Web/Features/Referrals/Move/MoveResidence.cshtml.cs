using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Referrals.Move;

/// <summary>A new usual residence from a day on: the one before ends the day before, and no two overlap. The return counts by it (ELG-4).</summary>
[Needs(Permission.MendRecord)]
public sealed class MoveResidencePage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PersonPage(london, words)
{
    [BindProperty]
    public string? Yot { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>How many residences there were when this page was opened, and the version of the newest.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Followed for changes, earliest first.</summary>
    public IReadOnlyList<ResidenceRow> Residences { get; private set; } = [];

    public string SeenNow => $"{Residences.Count}.{(Residences.Count > 0 ? Residences[^1].Version : 0)}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        (From, Seen) = (Today, SeenNow);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var newest = Residences.Count > 0 ? Residences[^1] : null;
        Must(IsYot(Yot), nameof(Yot), Words.Key("Choose the YOT's area, or “Elsewhere”"));
        MustBe(From, nameof(From), Words.Key("Enter the first day"), newest?.FromOn.AddDays(1), Words.Key("This is not after the first day of the residence before it. Take that one out if it was recorded by mistake"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        if (Seen != SeenNow)
        {
            ModelState.Remove(nameof(Seen));
            Seen = SeenNow;
            ModelState.AddModelError("", Words.Key("Somebody changed it while you were here. Look at it again, then decide."));
            return Refused(StatusCodes.Status409Conflict);
        }

        if (newest is not null && !(newest.ToOn < From))
        {
            newest.Correct(newest.Version);
            newest.ToOn = From!.Value.AddDays(-1);
        }

        db.Add(new ResidenceRow { PersonId = id, Yot = Yot!, FromOn = From!.Value });
        await db.SaveAsync(actor, time, new ResidenceMoved(newest?.Yot, Yot!, From.Value) { PersonId = id });
        return LocalRedirect($"/young-people/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        Residences = await visible.OfPerson<ResidenceRow>(id).OrderBy(r => r.FromOn).ToListAsync(cancel);
        return true;
    }
}
