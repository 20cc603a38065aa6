using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Contacts;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Reviews.List;

/// <summary>A review held, and what was said at it; nothing where an import brought it.</summary>
public sealed record Held(ReviewRow Row, ReviewDetails? Details);

/// <summary>The reviews of one programme: which is due next and why, and what was said at each.</summary>
[Needs(Permission.SeePerson)]
public sealed class ReviewsPage(Visible visible, Db db, Actor actor, London london, WorkingCalendar calendar) : PageModel
{
    private static readonly string[] Rules = ["PLN-4", "PLN-4E", "OPN-3", "OPN-7"];

    [FromQuery(Name = "programme")]
    public Guid? Programme { get; set; }

    public OfCase Of { get; private set; } = null!;

    public DateOnly Today => london.Today;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Held> Reviews { get; private set; } = [];

    /// <summary>Reviews that are due, the nearest first.</summary>
    public IReadOnlyList<Duty> Due { get; private set; } = [];

    /// <summary>The last contact with the young person that a position review reckons from; null where there is none.</summary>
    public DateOnly? LastMet { get; private set; }

    /// <summary>Attempts to re-engage since then (OPN-2).</summary>
    public int Attempts { get; private set; }

    public bool HasStarted { get; private set; }

    public bool MayRecord => actor.May(Permission.RecordCasework);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await visible.CaseAsync(id, Programme, cancel) is not { } of)
        {
            return NotFound();
        }

        Of = of;
        var details = await visible.OfCase<ReviewDetails>(of.Case.Id).AsNoTracking().ToDictionaryAsync(d => d.ReviewId, cancel);
        var rows = await visible.OfCase<ReviewRow>(of.Case.Id).AsNoTracking().OrderByDescending(r => r.HeldOn).ThenByDescending(r => r.Id).ToListAsync(cancel);
        Reviews = [.. rows.Select(r => new Held(r, details.GetValueOrDefault(r.Id)))];
        await db.Database.OpenConnectionAsync(cancel);
        var seen = await db.Database.GetDbConnection().DutiesOfAsync(calendar, [id], of.Case.Scheme, Today, Gather.ForDuties | Gather.Contacts, cancel);
        var facts = seen.People.SelectMany(p => p.Cases).Single(c => c.Id == of.Case.Id);
        Due = [.. seen.Duties.Where(d => d.CaseId == of.Case.Id && d.IsOpen && Rules.Contains(d.RuleId))];
        HasStarted = facts.Start <= Today;
        var met = facts.Contacts.Where(c => c.On <= Today && PositionReview.IsWithTheYoungPerson(c)).ToList();
        LastMet = met.Count == 0 ? null : met.Max(c => c.On);
        Attempts = facts.Contacts.Count(IsAttempt);
        return Page();
    }

    private bool IsAttempt(Contact contact) => contact.Kind == ContactKinds.ReEngagement && contact.On <= Today && !(contact.On <= LastMet);
}
