using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Assessments;
using Throughgate.Domain.People;
using Throughgate.Domain.Plans;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Eligibility;
using Throughgate.Domain.Rules.Plans;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Features.Plans;

/// <summary>Every version of a programme's plan, its quality checks, and what else agreeing it asks.</summary>
public sealed record PlansOfCase(OfCase Of, PersonFacts Person, CaseFacts Facts, IReadOnlyList<Plan> Versions, IReadOnlyList<PlanCheckRow> Checks, Priority Priority, LevelOfSupport? Level, bool NeedsPlace, DutyFigures Figures)
{
    /// <summary>The newest version; null where no plan was begun here.</summary>
    public Plan? Newest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>The newest version that both agreed; null where there is none.</summary>
    public Plan? Agreed => Versions.LastOrDefault(v => v.IsAgreed);

    /// <summary>What stands in the way of agreeing the newest version.</summary>
    public IReadOnlyList<PlanLacks> Missing => Newest is { } plan ? PlanGate.Missing(plan, Level?.Level, NeedsPlace) : [];

    /// <summary>The level of support of a version: chosen, or worked out; null where neither can be said.</summary>
    public string? LevelOf(Plan plan) => plan.ChosenLevel ?? (Level is { } worked ? CodeOf(worked.Level) : null);

    public static string CodeOf(SupportLevel level) => level switch
    {
        SupportLevel.Standard => Domain.SupportLevels.Standard,
        SupportLevel.Enhanced => Domain.SupportLevels.Enhanced,
        _ => Domain.SupportLevels.Intensive,
    };
}

/// <summary>Reads the plans of one programme, with what the gate and the level of support turn on.</summary>
public sealed class ReadPlans(Visible visible, Db db, London london, FiguresInForce figures)
{
    /// <summary>Null where the programme is not this actor's to see.</summary>
    public async Task<PlansOfCase?> RunAsync(Guid person, Guid? programme, CancellationToken cancel)
    {
        if (await visible.CaseAsync(person, programme, cancel) is not { } of)
        {
            return null;
        }

        var plans = await visible.OfCase<PlanRow>(of.Case.Id).AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        var pathways = await visible.OfCase<PlanPathwayRow>(of.Case.Id).AsNoTracking().ToListAsync(cancel);
        var actions = await visible.OfCase<PlanActionRow>(of.Case.Id).AsNoTracking().OrderBy(a => a.Position).ToListAsync(cancel);
        var checks = await visible.OfCase<PlanCheckRow>(of.Case.Id).AsNoTracking().OrderBy(c => c.CheckedOn).ToListAsync(cancel);
        var needs = await visible.OfCase<CaseNeeds>(of.Case.Id).AsNoTracking().FirstOrDefaultAsync(cancel);
        var hasPlace = await visible.OfCase<PlaceRow>(of.Case.Id).AnyAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var inForce = await figures.ReadAsync(cancel);
            var facts = (await db.Database.GetDbConnection().FactsOfAsync([person], Gather.Offers | Gather.Assessments | Gather.Reviews, cancel)).Single();
            var kase = facts.Cases.Single(c => c.Id == of.Case.Id);
            var priority = Priority.Of(needs?.ToNeeds(), kase.Sentence);
            return new(
                of,
                facts,
                kase,
                [.. plans.Select(p => PlanOf(p, pathways.Where(w => w.PlanId == p.Id), actions.Where(a => a.PlanId == p.Id)))],
                checks,
                priority,
                LevelOfSupport.Of(kase.Assessments, priority, london.Today, inForce),
                !kase.Sentence.IsCustodial && !hasPlace && kase.Start is null,
                inForce
            );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Plan PlanOf(PlanRow row, IEnumerable<PlanPathwayRow> pathways, IEnumerable<PlanActionRow> actions)
    {
        var said = pathways.ToDictionary(p => p.Pathway, StringComparer.Ordinal);
        var steps = actions.ToLookup(a => a.Pathway, StringComparer.Ordinal);
        return new()
        {
            Id = row.Id,
            Number = row.Number,
            BegunOn = row.BegunOn,
            DrawnUpOn = row.DrawnUpOn,
            Author = row.Author,
            AuthorId = row.AuthorId,
            OwnWords = row.OwnWords,
            Approach = row.Approach,
            ContactMinutes = row.ContactMinutes,
            ChosenLevel = row.ChosenLevel,
            LevelReason = row.LevelReason,
            PersonAnswer = row.PersonAnswer,
            PersonReason = row.PersonReason,
            PersonOn = row.PersonOn,
            YotOn = row.YotOn,
            Pathways = [.. Pathways.All.Select(code => PathwayOf(code, said.GetValueOrDefault(code), steps[code]))],
        };
    }

    private static PlanPathway PathwayOf(string code, PlanPathwayRow? row, IEnumerable<PlanActionRow> actions) =>
        new(code, row?.NoNeed ?? false, row?.Need, row?.Goal, row?.ResourceKind, row?.Resource, row?.Lasting)
        {
            Actions = [.. actions.Select(a => new PlanAction(a.Line, a.What, a.Who, a.Partner, a.ByOn, a.DoneOn, a.Parents) { Id = a.Id, PartnerId = a.PartnerId })],
        };
}
