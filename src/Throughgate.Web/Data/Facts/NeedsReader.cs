using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Gaps;
using Throughgate.Domain.Plans;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Facts;

/// <summary>The needs of open programmes.</summary>
/// <param name="Open">Open programmes.</param>
/// <param name="Planned">Those of them with a plan begun here.</param>
/// <param name="Supported">The young people of open programmes.</param>
public sealed record NeedsRead(int Open, int Planned, IReadOnlyList<PlannedNeed> Needs, IReadOnlyList<InProfile> Supported)
{
    public NeedsAnalysis Analysis { get; } = new(Needs);
}

/// <summary>Where needs are read from: the rows that a reader may see, or everybody's.</summary>
public sealed record NeedsSource(IQueryable<Case> Cases, IQueryable<Person> People, IQueryable<PlanRow> Plans, IQueryable<PlanPathwayRow> Pathways, IQueryable<PlanActionRow> Actions)
{
    /// <summary>Of everybody, whoever asks: what may be shown of it is for the caller to ask.</summary>
    public static NeedsSource Everybody(Db db) => new(db.Cases, db.People, db.Set<PlanRow>(), db.Set<PlanPathwayRow>(), db.Set<PlanActionRow>());
}

/// <summary>Reads the newest plan of every open programme: three round trips, whatever their number.</summary>
public static class NeedsReader
{
    /// <param name="on">Programmes open on that day, with the newest plan begun by then; steps that were done later are still to come.</param>
    public static async Task<NeedsRead> ReadAsync(NeedsSource source, IReadOnlyCollection<string> schemes, DateOnly on, Func<string, string> groupOf, CancellationToken cancel = default)
    {
        var open = source.Cases.AsNoTracking().Where(c => schemes.Contains(c.Scheme) && c.ReferredOn <= on && (c.ClosedOn == null || c.ClosedOn > on));
        var people = await open
            .Join(source.People, c => c.PersonId, p => p.Id, (c, p) => new { c.Id, Person = p.Id, p.Ethnicity, p.LookedAfter, p.Send })
            .ToDictionaryAsync(p => p.Id, cancel);
        var plans = source.Plans.Where(p => p.BegunOn <= on);
        var newest = plans.Where(p => open.Any(c => c.Id == p.CaseId) && !plans.Any(q => q.CaseId == p.CaseId && q.Number > p.Number)).Select(p => p.Id);
        var pathways = await source.Pathways.AsNoTracking().Where(w => newest.Contains(w.PlanId)).ToListAsync(cancel);
        var actions = (await source.Actions.AsNoTracking().Where(a => newest.Contains(a.PlanId)).ToListAsync(cancel)).ToLookup(a => (a.CaseId, a.Pathway));
        var said = pathways.ToDictionary(w => (w.CaseId, w.Pathway));
        var planned = pathways.Select(w => w.CaseId).Distinct().Where(people.ContainsKey).ToList();
        IReadOnlyList<InProfile> supported = [.. people.Values.Select(p => new InProfile(p.Person, groupOf(p.Ethnicity), p.LookedAfter, p.Send))];
        return new(people.Count, planned.Count, [.. planned.SelectMany(c => Pathways.All.Select(p => OfPathway(c, p)))], supported);

        PlannedNeed OfPathway(Guid kase, string pathway)
        {
            var (row, who) = (said.GetValueOrDefault((kase, pathway)), people[kase]);
            var steps = actions[(kase, pathway)].Select(a => new PlanAction(a.Line, a.What, a.Who, a.Partner, a.ByOn, a.DoneOn <= on ? a.DoneOn : null, a.Parents));
            var written = new PlanPathway(pathway, row?.NoNeed ?? false, row?.Need, row?.Goal, row?.ResourceKind, row?.Resource, row?.Lasting) { Actions = [.. steps] };
            return new(who.Person, kase, pathway, PlannedNeed.Of(written), written.Resource, groupOf(who.Ethnicity), who.LookedAfter, who.Send);
        }
    }
}
