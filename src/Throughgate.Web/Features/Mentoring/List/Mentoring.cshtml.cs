using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Mentoring.List;

/// <summary>Somebody one mentors, and when one meets them next or met them last.</summary>
public sealed record Mentored(Person Person, DateTime? Next, DateTime? Last)
{
    public string Name => $"{Person.FirstName} {Person.LastName}";
}

/// <summary>A mentor's own young people: a name and when to meet. No addresses, concerns, offences or plans.</summary>
[Needs(Permission.SeeMentored)]
public sealed class MentoringPage(Visible visible, Actor actor, Seen seen, London london) : PageModel
{
    public DateOnly Today => london.Today;

    /// <summary>The account is not linked to a worker of the caseload: nobody can be theirs.</summary>
    public bool IsNobodysMentor => actor.WorkerId is null;

    /// <summary>Whom one meets next, first.</summary>
    public IReadOnlyList<Mentored> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await visible.People.AsNoTracking().ToListAsync(cancel);
        var cases = await visible.Cases.AsNoTracking().Select(c => new { c.Id, c.PersonId }).ToDictionaryAsync(c => c.Id, c => c.PersonId, cancel);
        var contacts = (await visible.OfScheme<ContactRow>().AsNoTracking().Where(c => c.Kind == "mentoring").Select(c => new { c.CaseId, c.HeldAt, c.Outcome }).ToListAsync(cancel))
            .ToLookup(c => cases.GetValueOrDefault(c.CaseId));
        var today = london.Today.ToDateTime(TimeOnly.MinValue);
        Mine =
        [
            .. people.Select(p => new Mentored(
                    p,
                    contacts[p.Id].Where(c => c.Outcome == ContactOutcomes.Planned && c.HeldAt >= today).Select(c => (DateTime?)c.HeldAt).Min(),
                    contacts[p.Id].Where(c => c.Outcome == ContactOutcomes.Attended).Select(c => (DateTime?)c.HeldAt).Max()
                ))
                .OrderBy(m => m.Next ?? DateTime.MaxValue).ThenBy(m => m.Name, StringComparer.Ordinal),
        ];
        seen.People(people.Select(p => p.Id));
    }
}
