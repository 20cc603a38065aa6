using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Sending;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.WhereTheyAre.Show;

/// <summary>A place where a young person is or will be, and what it is.</summary>
public sealed record Spot(string What, string Where);

/// <summary>
/// Where a young person is or will be (R2): shown to who asks and says why, each time one row of the log; and whether it must not be disclosed at all.
/// </summary>
[Needs(Permission.RecordCasework)]
public sealed class WhereaboutsPage(Visible visible, Db db, Actor actor, Seen seen, TimeProvider time, London london, Words words) : PageModel
{
    public const int ShortestReason = 5;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? KeepReason { get; set; }

    [BindProperty]
    public string? LiftReason { get; set; }

    public Person Person { get; private set; } = null!;

    public string Name => $"{Person.FirstName} {Person.LastName}";

    /// <summary>In force; null where whereabouts may be shown.</summary>
    public NotDisclosed? Kept { get; private set; }

    public bool MayDecide => actor.May(Permission.ManageScheme);

    /// <summary>Null until somebody asked and said why.</summary>
    public IReadOnlyList<Spot>? Spots { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Shows: it changes nothing, and is on record with the reason.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(Reason.OrNothing() is { Length: >= ShortestReason and <= 500 }, nameof(Reason), Words.Key("Say why you need to know, in 5 to 500 characters"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        seen.Note("why", Reason!.Trim());
        seen.Outcome = "revealed";
        Spots = await SpotsAsync(id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel)
    {
        if (!MayDecide || !await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(KeepReason.OrNothing() is { Length: <= 2000 }, nameof(KeepReason), Words.Key("Say why, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        if (Kept is null)
        {
            db.Add(new NotDisclosed { PersonId = id, SetAt = time.GetUtcNow(), SetBy = actor.Name, Reason = KeepReason.OrNothing()! });
            await db.SaveAsync(actor, time, new WhereaboutsKept { PersonId = id, Why = KeepReason.OrNothing() });
        }

        return LocalRedirect($"/young-people/{id}/whereabouts");
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancel)
    {
        if (!MayDecide || !await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Must(LiftReason.OrNothing() is { Length: <= 2000 }, nameof(LiftReason), Words.Key("Say why, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            return Refused();
        }

        if (Kept is { } kept)
        {
            (kept.LiftedAt, kept.LiftedBy, kept.LiftReason) = (time.GetUtcNow(), actor.Name, LiftReason.OrNothing());
            kept.Version++;
            await db.SaveAsync(actor, time, new WhereaboutsNoLongerKept { PersonId = id, Why = LiftReason.OrNothing() });
        }

        return LocalRedirect($"/young-people/{id}/whereabouts");
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        Kept = await visible.OfPerson<NotDisclosed>(id).FirstOrDefaultAsync(n => n.LiftedAt == null, cancel);
        return true;
    }

    private async Task<IReadOnlyList<Spot>> SpotsAsync(Guid id, CancellationToken cancel)
    {
        var (today, days) = (london.Today, new Days(words));
        var spots = new List<Spot>();
        var held = await visible.OfPerson<Sentence>(id).AsNoTracking().Where(s => s.SentencedOn <= today && (s.ReleasedOn == null || s.ReleasedOn > today)).OrderByDescending(s => s.SentencedOn).ToListAsync(cancel);
        foreach (var sentence in held)
        {
            if (await visible.OfSentence<Placement>(sentence.Id).AsNoTracking().OrderByDescending(p => p.Position).FirstOrDefaultAsync(cancel) is { Establishment: { } place } since)
            {
                spots.Add(new(words["Held since {0}", days.Short(since.FromOn)], Reference.Instance.EstablishmentName(place)));
            }
        }

        foreach (var kase in await visible.OfPerson<Case>(id).AsNoTracking().Where(c => c.Scheme == actor.Scheme).ToListAsync(cancel))
        {
            var homes = await visible.OfCase<AccommodationRow>(kase.Id).AsNoTracking().Where(a => a.ToOn == null || a.ToOn >= today).OrderBy(a => a.FromOn).ToListAsync(cancel);
            var streets = await visible.OfCase<StreetAddress>(kase.Id).AsNoTracking().ToDictionaryAsync(s => s.RowId, s => s.Text, cancel);
            spots.AddRange(
                homes.Select(h => new Spot(
                    words["{0}, from {1}", words[Reference.Instance.Label("accommodation", h.Type)], days.Short(h.FromOn)],
                    streets.GetValueOrDefault(h.Id) ?? words["No street address is recorded"]
                ))
            );
            var planned = await visible.OfCase<ContactRow>(kase.Id).AsNoTracking().Where(c => c.Outcome == ContactOutcomes.Planned).OrderBy(c => c.HeldAt).ToListAsync(cancel);
            var places = await visible.OfCase<ContactPlace>(kase.Id).AsNoTracking().ToDictionaryAsync(p => p.ContactId, p => p.Place, cancel);
            spots.AddRange(
                planned.Where(c => DateOnly.FromDateTime(c.HeldAt) >= today && places.ContainsKey(c.Id))
                    .Select(c => new Spot(words["{0}, {1}", words[Reference.Instance.Label("contact", c.Kind)], $"{days.Short(DateOnly.FromDateTime(c.HeldAt))}, {c.HeldAt:HH:mm}"], places[c.Id]))
            );
        }

        return spots;
    }
}

/// <summary>Where this young person is must not be disclosed from now on; why stands with the event.</summary>
public sealed record WhereaboutsKept : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Whereabouts must not be disclosed from now on"];
}

public sealed record WhereaboutsNoLongerKept : HistoryEvent, ITold
{
    public string Tell(Words words) => words["Whereabouts may be shown again to who needs them"];
}
