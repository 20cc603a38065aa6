using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.HeldHere;

/// <summary>The young people that a link worker sees (need to know), with placement facts and nothing else of the case.</summary>
public sealed class ReadHeld(Visible visible, Db db, London london)
{
    private static readonly string[] Inside = ["custody_visit", "review_meeting", "release_day_meeting"];

    /// <summary>All of them, or the one asked for; who leaves first, first. Six round trips, whatever their number.</summary>
    public async Task<IReadOnlyList<HeldPerson>> RunAsync(Guid? only, CancellationToken cancel)
    {
        var today = london.Today;
        var people = await (only is { } one ? visible.Few([one]) : visible.People.AsNoTracking()).ToListAsync(cancel);
        var ids = people.Select(p => p.Id).ToList();
        await db.Database.OpenConnectionAsync(cancel);
        var facts = (await db.Database.GetDbConnection().FactsOfAsync(ids, Gather.None, cancel)).ToDictionary(f => f.Id);
        var now = today.ToDateTime(TimeOnly.MinValue);
        var cases = await visible.Cases.AsNoTracking().Where(c => ids.Contains(c.PersonId) && (c.ClosedOn == null || c.ClosedOn > today)).ToListAsync(cancel);
        var keys = cases.Select(c => c.Id).ToList();
        var visits = await visible.OfCases<ContactRow>().AsNoTracking()
            .Where(c => keys.Contains(c.CaseId) && c.Outcome == ContactOutcomes.Planned && c.HeldAt >= now && Inside.Contains(c.Kind))
            .ToListAsync(cancel);
        var workers = await visible.OfCases<Allocation>().AsNoTracking()
            .Where(a => keys.Contains(a.CaseId) && a.FromOn <= today && (a.ToOn == null || a.ToOn >= today))
            .Join(db.Workers, a => a.WorkerId, w => w.Id, (a, w) => new { a.CaseId, a.Role, w.Name })
            .ToListAsync(cancel);
        return
        [
            .. people.Where(p => facts.ContainsKey(p.Id))
                .Select(p =>
                {
                    var own = cases.Where(c => c.PersonId == p.Id).ToDictionary(c => c.Id);
                    var sentence = facts[p.Id].Sentences.Where(s => s.IsCustodial && s.SentencedOn <= today).OrderBy(s => s.ReleasedOn is null ? 1 : 0).ThenBy(s => s.SentencedOn).Last();
                    return new HeldPerson(
                        p.Id,
                        $"{p.FirstName} {p.LastName}",
                        p.Reference,
                        p.DateOfBirth,
                        sentence,
                        sentence.LeavesAsKnownOn(today),
                        [.. visits.Where(v => own.ContainsKey(v.CaseId)).OrderBy(v => v.HeldAt).Select(v => (v.HeldAt, v.Kind))],
                        [.. workers.Where(w => own.ContainsKey(w.CaseId)).Select(w => (w.Role, w.Name, own[w.CaseId].Scheme)).Distinct().OrderBy(w => w.Role, StringComparer.Ordinal)]
                    );
                })
                .OrderBy(h => h.ReleasedOn is null ? 0 : 1).ThenBy(h => h.Leaves ?? DateOnly.MaxValue).ThenBy(h => h.Name, StringComparer.Ordinal),
        ];
    }
}
