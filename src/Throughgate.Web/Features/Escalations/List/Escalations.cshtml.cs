using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Jobs;

namespace Throughgate.Web.Features.Escalations.List;

/// <summary>One duty on the ladder, with the young person.</summary>
public sealed record Escalated(Escalation Row, Guid PersonId, string Name);

/// <summary>What climbed the ladder and is not done: the highest step first. A manager answers; on demand it climbs at once.</summary>
[Needs(Permission.SeeToday)]
public sealed class EscalationsPage(Visible visible, Db db, Actor actor, Seen seen, WorkingCalendar calendar, TimeProvider time, London london) : PageModel
{
    public IReadOnlyList<Escalated> Open { get; private set; } = [];

    public DateOnly? LastRun { get; private set; }

    public DateOnly Today => london.Today;

    public bool MayAnswer => actor.May(Permission.ManageScheme);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        LastRun = await Escalating.LastRunAsync(db, actor.Scheme!, cancel);
        var rows = await visible.OfScheme<Escalation>().AsNoTracking().Where(e => e.EndedOn == null).ToListAsync(cancel);
        var cases = rows.Select(r => r.CaseId).ToHashSet();
        var people = await visible.Cases.Where(c => cases.Contains(c.Id)).Join(visible.People, c => c.PersonId, p => p.Id, (c, p) => new { c.Id, Person = p.Id, p.FirstName, p.LastName }).ToDictionaryAsync(c => c.Id, cancel);
        Open = [.. rows.Where(r => people.ContainsKey(r.CaseId)).Select(r => new Escalated(r, people[r.CaseId].Person, $"{people[r.CaseId].FirstName} {people[r.CaseId].LastName}")).OrderByDescending(e => e.Row.Step).ThenBy(e => e.Row.DueOn).ThenBy(e => e.Name, StringComparer.Ordinal)];
        seen.People(Open.Select(e => e.PersonId));
    }

    /// <summary>Lets it climb now, without waiting for the morning.</summary>
    [Needs(Permission.ManageScheme)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await new Escalating(db, calendar, time).RunAsync(actor, london.Today, cancel);
        return LocalRedirect("/escalations");
    }
}
