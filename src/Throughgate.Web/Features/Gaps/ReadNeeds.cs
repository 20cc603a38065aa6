using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Gaps;
using Throughgate.Domain.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.Features.Performance;

namespace Throughgate.Web.Features.Gaps;

/// <summary>The needs of a scheme's open programmes, of those whom the reader may see.</summary>
/// <param name="Open">Open programmes.</param>
/// <param name="Planned">Those of them with a plan begun here.</param>
/// <param name="Supported">The young people of open programmes.</param>
public sealed record NeedsRead(int Open, int Planned, NeedsAnalysis Analysis, IReadOnlyList<InProfile> Supported);

/// <summary>Reads the newest plan of every open programme: three round trips, whatever their number.</summary>
public sealed class ReadNeeds(Visible visible)
{
    public async Task<NeedsRead> RunAsync(string scheme, DateOnly today, CancellationToken cancel)
    {
        var open = visible.Cases.AsNoTracking().Where(c => c.Scheme == scheme && c.ReferredOn <= today && (c.ClosedOn == null || c.ClosedOn > today));
        var people = await open
            .Join(visible.People, c => c.PersonId, p => p.Id, (c, p) => new { c.Id, Person = p.Id, p.Ethnicity, p.LookedAfter, p.Send })
            .ToDictionaryAsync(p => p.Id, cancel);
        var plans = visible.OfCases<PlanRow>();
        var newest = plans.Where(p => open.Any(c => c.Id == p.CaseId) && !plans.Any(q => q.CaseId == p.CaseId && q.Number > p.Number)).Select(p => p.Id);
        var pathways = await visible.OfCases<PlanPathwayRow>().AsNoTracking().Where(w => newest.Contains(w.PlanId)).ToListAsync(cancel);
        var actions = (await visible.OfCases<PlanActionRow>().AsNoTracking().Where(a => newest.Contains(a.PlanId)).ToListAsync(cancel)).ToLookup(a => (a.CaseId, a.Pathway));
        var said = pathways.ToDictionary(w => (w.CaseId, w.Pathway));
        var planned = pathways.Select(w => w.CaseId).Distinct().Where(people.ContainsKey).ToList();
        IReadOnlyList<InProfile> supported = [.. people.Values.Select(p => new InProfile(p.Person, ReckonFigures.GroupOf(p.Ethnicity), p.LookedAfter, p.Send))];
        return new(people.Count, planned.Count, new(planned.SelectMany(c => Pathways.All.Select(p => OfPathway(c, p)))), supported);

        PlannedNeed OfPathway(Guid kase, string pathway)
        {
            var (row, who) = (said.GetValueOrDefault((kase, pathway)), people[kase]);
            var steps = actions[(kase, pathway)].Select(a => new PlanAction(a.Line, a.What, a.Who, a.Partner, a.ByOn, a.DoneOn, a.Parents));
            var written = new PlanPathway(pathway, row?.NoNeed ?? false, row?.Need, row?.Goal, row?.ResourceKind, row?.Resource, row?.Lasting) { Actions = [.. steps] };
            return new(who.Person, kase, pathway, PlannedNeed.Of(written), written.Resource, ReckonFigures.GroupOf(who.Ethnicity), who.LookedAfter, who.Send);
        }
    }
}
