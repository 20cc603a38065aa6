using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Domain.Sharing;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Sharing;

/// <summary>
/// What a partner sees of a young person: a part is there only where its category is shared, and nothing else was read. Where somebody lives, is held,
/// learns or meets is in no part; <see cref="Categories.Whereabouts"/> shows only that it is told by the worker.
/// </summary>
public sealed record SharedProfile
{
    public required IReadOnlyList<string> Shared { get; init; }
    public SharedIdentity? Identity { get; init; }
    public SharedArrangements? Arrangements { get; init; }
    public SharedOffence? Offence { get; init; }
    public IReadOnlyList<SharedPathway>? Plan { get; init; }
    public SharedEducation? Education { get; init; }
    public CaseNeeds? Needs { get; init; }
    public IReadOnlyList<SharedRelative>? Family { get; init; }
    public SharedConcerns? Risk { get; init; }
    public SharedRelease? Release { get; init; }

    public bool Has(string category) => Shared.Contains(category);
}

public sealed record SharedIdentity(string FirstName, string LastName, DateOnly Born, string? Language);

public sealed record SharedArrangements(string? LeadWorker, DateTime? Next);

public sealed record SharedOffence(string Offence, string Type, DateOnly SentencedOn, DateOnly? Ends);

public sealed record SharedPathway(string Pathway, string? Need, string? Goal, IReadOnlyList<SharedAction> Actions);

public sealed record SharedAction(Guid Line, string Pathway, string What, DateOnly? By, DateOnly? Done);

public sealed record SharedEducation(DateOnly Week, decimal Hours, string? Provision);

public sealed record SharedRelative(string Kind, string? Relation, bool Responsible);

public sealed record SharedConcerns(int Open, DateTimeOffset? Last);

public sealed record SharedRelease(DateOnly? Expected, DateOnly? Released, IReadOnlyList<(string Item, string State)> Items);

/// <summary>Reads one young person for one partner. Whoever asks has found which categories are shared now; nothing else is read.</summary>
public static class SharedProfiles
{
    public static async Task<SharedProfile> ProfileAsync(this Db db, Case kase, IReadOnlyList<string> shared, DateOnly today, CancellationToken cancel = default)
    {
        bool Has(string category) => shared.Contains(category);
        var person = Has(Categories.Identity) ? await db.People.AsNoTracking().SingleAsync(p => p.Id == kase.PersonId, cancel) : null;
        var needs = Has(Categories.Health) || Has(Categories.SubstanceMisuse) || Has(Categories.Accommodation)
            ? await db.Set<CaseNeeds>().AsNoTracking().FirstOrDefaultAsync(n => n.CaseId == kase.Id, cancel)
            : null;
        return new SharedProfile
        {
            Shared = [.. Categories.All.Where(Has)],
            Identity = person is null ? null : new(person.FirstName, person.LastName, person.DateOfBirth, person.FirstLanguage),
            Arrangements = Has(Categories.Arrangements) ? await ArrangementsAsync(db, kase, today, cancel) : null,
            Offence = Has(Categories.Offence) ? await OffenceAsync(db, kase, cancel) : null,
            Plan = Has(Categories.Plan) ? await PlanAsync(db, kase, cancel) : null,
            Education = Has(Categories.Education)
                ? await db.EteWeeks.AsNoTracking().Where(e => e.CaseId == kase.Id && e.WeekOn <= today).OrderByDescending(e => e.WeekOn).Select(e => new SharedEducation(e.WeekOn, e.Hours, e.Provision)).FirstOrDefaultAsync(cancel)
                : null,
            Needs = needs,
            Family = Has(Categories.Family) ? await FamilyAsync(db, kase, today, cancel) : null,
            Risk = Has(Categories.Risk) ? await ConcernsAsync(db, kase, cancel) : null,
            Release = Has(Categories.Release) ? await ReleaseAsync(db, kase, cancel) : null,
        };
    }

    /// <summary>The actions of the newest version of the plan that are this partner's, by the directory and never by a name.</summary>
    public static async Task<IReadOnlyList<SharedAction>> ActionsOfAsync(this Db db, Case kase, PartnerRow partner, CancellationToken cancel = default)
    {
        if (await NewestAsync(db, kase, cancel) is not { } plan)
        {
            return [];
        }

        var actions = await db.Set<PlanActionRow>().AsNoTracking().Where(a => a.PlanId == plan.Id && a.PartnerId == partner.Id).OrderBy(a => a.Position).ToListAsync(cancel);
        return [.. actions.Select(Action)];
    }

    private static SharedAction Action(PlanActionRow a) => new(a.Line, a.Pathway, a.What, a.ByOn, a.DoneOn);

    private static Task<PlanRow?> NewestAsync(Db db, Case kase, CancellationToken cancel) =>
        db.Set<PlanRow>().AsNoTracking().Where(p => p.CaseId == kase.Id && p.PersonAnswer == PlanAnswers.Agrees && p.YotOn != null).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel);

    private static async Task<IReadOnlyList<SharedPathway>> PlanAsync(Db db, Case kase, CancellationToken cancel)
    {
        if (await NewestAsync(db, kase, cancel) is not { } plan)
        {
            return [];
        }

        var actions = await db.Set<PlanActionRow>().AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.Position).ToListAsync(cancel);
        var pathways = await db.Set<PlanPathwayRow>().AsNoTracking().Where(p => p.PlanId == plan.Id && !p.NoNeed).ToListAsync(cancel);
        return [.. pathways.Select(p => new SharedPathway(p.Pathway, p.Need, p.Goal, [.. actions.Where(a => a.Pathway == p.Pathway).Select(Action)]))];
    }

    private static async Task<SharedArrangements> ArrangementsAsync(Db db, Case kase, DateOnly today, CancellationToken cancel)
    {
        var lead = await (
            from a in db.Allocations
            where a.CaseId == kase.Id && a.Role == AllocationRoles.LeadWorker && a.FromOn <= today && (a.ToOn == null || a.ToOn >= today)
            join w in db.Workers on a.WorkerId equals w.Id
            select w.Name
        ).FirstOrDefaultAsync(cancel);
        var from = today.ToDateTime(TimeOnly.MinValue);
        var next = await db.Contacts.AsNoTracking().Where(c => c.CaseId == kase.Id && c.Outcome == ContactOutcomes.Planned && c.HeldAt >= from).OrderBy(c => c.HeldAt).Select(c => (DateTime?)c.HeldAt).FirstOrDefaultAsync(cancel);
        return new(lead, next);
    }

    private static async Task<SharedOffence> OffenceAsync(Db db, Case kase, CancellationToken cancel)
    {
        var sentence = await db.Sentences.AsNoTracking().SingleAsync(s => s.Id == kase.SentenceId, cancel);
        return new(sentence.MainOffence, sentence.Type, sentence.SentencedOn, await DateAsync(db, kase, SentenceDate.Ends, cancel));
    }

    private static Task<DateOnly?> DateAsync(Db db, Case kase, string what, CancellationToken cancel) =>
        db.SentenceDates.AsNoTracking().Where(d => d.SentenceId == kase.SentenceId && d.What == what).OrderByDescending(d => d.KnownFrom).ThenByDescending(d => d.Position).Select(d => d.ValueOn).FirstOrDefaultAsync(cancel);

    private static async Task<IReadOnlyList<SharedRelative>> FamilyAsync(Db db, Case kase, DateOnly today, CancellationToken cancel) =>
        await db.Set<PersonAround>()
            .AsNoTracking()
            .Where(a => a.PersonId == kase.PersonId && (a.Kind == "parent" || a.Kind == "carer" || a.Kind == "partner") && !a.NotToBeContacted && (a.ToOn == null || a.ToOn > today))
            .OrderBy(a => a.Kind)
            .Select(a => new SharedRelative(a.Kind, a.Relation, a.HasParentalResponsibility))
            .ToListAsync(cancel);

    private static async Task<SharedConcerns> ConcernsAsync(Db db, Case kase, CancellationToken cancel)
    {
        var open = await db.Set<Concern>().AsNoTracking().Where(c => c.CaseId == kase.Id && c.ClosedAt == null).Select(c => c.RaisedAt).ToListAsync(cancel);
        return new(open.Count, open.Count == 0 ? null : open.Max());
    }

    private static async Task<SharedRelease> ReleaseAsync(Db db, Case kase, CancellationToken cancel)
    {
        var released = await db.Sentences.AsNoTracking().Where(s => s.Id == kase.SentenceId).Select(s => s.ReleasedOn).SingleAsync(cancel);
        var items = await db.Set<ReleaseItemRow>().AsNoTracking().Where(i => i.CaseId == kase.Id && Domain.Releases.ReleaseItems.List.Contains(i.Item)).OrderBy(i => i.Item).Select(i => new { i.Item, i.State }).ToListAsync(cancel);
        return new(await DateAsync(db, kase, SentenceDate.ExpectedRelease, cancel), released, [.. items.Select(i => (i.Item, i.State))]);
    }
}
