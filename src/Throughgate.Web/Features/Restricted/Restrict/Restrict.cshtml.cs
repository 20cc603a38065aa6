using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Forms;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Restricted.Restrict;

/// <summary>Who may see one young person's record: everybody whose work it is, or only the colleagues named here.</summary>
[Needs(Permission.ManageScheme)]
[Fresh("It changes who may see a record")]
public sealed class RestrictPage(Visible visible, Db db, Actor actor, TimeProvider time, London london, Words words) : PageModel
{
    [BindProperty]
    public List<Guid> Named { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Person Person { get; private set; } = null!;

    public string Name => $"{Person.FirstName} {Person.LastName}";

    /// <summary>In force; null where the record is not restricted.</summary>
    public Restriction? InForce { get; private set; }

    /// <summary>Colleagues who could be named, by name.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Named = InForce is { } now ? await db.Set<RestrictionName>().Where(n => n.RestrictionId == now.Id).Select(n => n.AccountId).ToListAsync(cancel) : [actor.Id!.Value];
        Version = InForce?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var known = Colleagues.Select(c => Guid.Parse(c.Value!)).ToHashSet();
        Named = [.. Named.Where(known.Contains).Distinct()];
        ModelState.Must(Named.Count > 0, nameof(Named), Words.Key("Name at least one colleague, or nobody could open the record"));
        ModelState.Must(Named.Count == 0 || await SomebodyManagesAsync(cancel), nameof(Named), Words.Key("Name at least one scheme manager, who can lift the restriction again"));
        ModelState.Must(Reason.OrNothing() is { Length: <= 2000 }, nameof(Reason), Words.Key("Say why, in at most 2,000 characters"));
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Version != (InForce?.Version ?? 0))
        {
            return Meanwhile();
        }

        var now = time.GetUtcNow();
        Lift(now);
        var row = new Restriction { PersonId = id, SetAt = now, SetBy = actor.Name, Reason = Reason.OrNothing()! };
        db.Add(row);
        db.AddRange(Named.Select(n => new RestrictionName { RestrictionId = row.Id, AccountId = n }));
        return await SaveAsync(id, new RecordRestricted(row.Id, Named.Count) { PersonId = id, Why = row.Reason });
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || InForce is null)
        {
            return NotFound();
        }

        if (Version != InForce.Version)
        {
            return Meanwhile();
        }

        Lift(time.GetUtcNow());
        return await SaveAsync(id, new RestrictionLifted(InForce.Id) { PersonId = id });
    }

    private void Lift(DateTimeOffset now)
    {
        if (InForce is { } before)
        {
            (before.LiftedAt, before.LiftedBy) = (now, actor.Name);
            before.Version++;
        }
    }

    private async Task<IActionResult> SaveAsync(Guid id, HistoryEvent told)
    {
        try
        {
            await db.SaveAsync(actor, time, told);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Meanwhile();
        }

        // Whoever is not named among those who may see it goes where they still may be.
        return LocalRedirect(told is RestrictionLifted || Named.Contains(actor.Id!.Value) ? $"/young-people/{id}/who-may-see" : "/young-people");
    }

    private PageResult Meanwhile()
    {
        ModelState.AddModelError(nameof(Named), Words.Key("A colleague changed this while you had it open. Look at what is in force now, then send yours again."));
        ModelState.Remove(nameof(Version));
        Version = InForce?.Version ?? 0;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task<bool> SomebodyManagesAsync(CancellationToken cancel)
    {
        var named = Named;
        return await db.Accounts.AnyAsync(a => named.Contains(a.Id) && a.Role == RoleTable.Manager && a.ClosedAt == null, cancel);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.PersonAsync(id, cancel) is not { } person)
        {
            return false;
        }

        Person = person;
        InForce = await visible.OfPerson<Restriction>(id).Where(r => r.LiftedAt == null).OrderByDescending(r => r.SetAt).FirstOrDefaultAsync(cancel);
        var members = db.MembersOf(actor.Scheme!, london.Today);
        var roles = RoleTable.All.Where(r => r.May.Contains(Permission.SeePerson) || r.Sees == Domain.Access.Sees.OwnPeople).Select(r => r.Code).ToList();
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.ClosedAt == null && roles.Contains(a.Role) && members.Contains(a.Id)).OrderBy(a => a.DisplayName).ToListAsync(cancel);
        Colleagues = [.. accounts.Select(a => new Choice(a.Id.ToString(), a.DisplayName) { Hint = words[RoleTable.Find(a.Role)!.Called] })];
        return true;
    }
}

/// <summary>From now on only the colleagues named may see the record.</summary>
public sealed record RecordRestricted(Guid Restriction, int Colleagues) : HistoryEvent, ITold
{
    public string Tell(Words words) => words.N(Colleagues, "The record was restricted to {0} colleague", "The record was restricted to {0} colleagues");
}

public sealed record RestrictionLifted(Guid Restriction) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["The restriction of the record was lifted"];
}
