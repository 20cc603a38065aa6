using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Bundle;
using Throughgate.Web.Data.Records;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.Features.Corrections.Void;

/// <summary>A row that somebody wants to void: whose it is, and what it says.</summary>
public sealed record ToVoid(Person Person, Row Row, Guid? CaseId, string File, IReadOnlyDictionary<string, string?> Cells);

/// <summary>
/// Voids one row of a record: it stays in the database and in history, no rule or figure reads it any more, and an import of the same row is a
/// conflict that keeps ours. A sentence that a programme stands on cannot go before the programme; of a plan the newest version goes first.
/// </summary>
public sealed class VoidRow(Visible visible, Db db, Actor actor, TimeProvider time)
{
    /// <summary>Null where there is no such row, or it is not this actor's to see.</summary>
    public async Task<ToVoid?> FindAsync(Guid person, string file, Guid row, CancellationToken cancel)
    {
        if (VoidKind.Find(file) is not { } kind || await visible.PersonAsync(person, cancel) is not { } who || await kind.FindAsync(visible, person, row, cancel) is not { } found)
        {
            return null;
        }

        var kase = found is Case ? row : (found as IOfCase)?.CaseId;
        return new(who, found, kase, file, VoidKind.OwnCells(found) ?? await db.CellsAsync(BundleFiles.Of(file), row, cancel));
    }

    /// <summary>What stands in the way; null where nothing does.</summary>
    public async Task<string?> InTheWayAsync(ToVoid what, CancellationToken cancel) => what.Row switch
    {
        Sentence when await visible.OfPerson<Case>(what.Person.Id).AnyAsync(c => c.SentenceId == what.Row.Id, cancel) =>
            Words.Key("A programme of support stands on this sentence. Take out the programme first, or move it to another sentence."),
        Concern when !actor.May(Permission.ManageScheme) && actor.Role != RoleTable.CaseManager =>
            Words.Key("Risk stays with the case manager: only they, or the scheme manager, take out a concern."),
        PlanRow plan when await visible.OfCase<PlanRow>(plan.CaseId).AnyAsync(p => p.Number > plan.Number, cancel) =>
            Words.Key("There is a newer version of this plan. Take out the newest first."),
        PlanRow plan when await visible.OfPerson<Case>(what.Person.Id).AnyAsync(c => c.Id == plan.CaseId && c.ClosedOn != null, cancel) =>
            Words.Key("This programme is closed, and it was opened by a plan. Reopen the programme first."),
        _ => null,
    };

    /// <exception cref="ChangedMeanwhileException">Somebody else changed the row since.</exception>
    public async Task RunAsync(ToVoid what, int shown, string why)
    {
        what.Row.Void(shown);
        if (what.Row is Document document)
        {
            document.VoidedAt = time.GetUtcNow();
        }

        if (what.Row is PlanRow plan)
        {
            await TakeOutPlanAsync(what.Person.Id, plan);
        }

        await db.SaveAsync(actor, time, new RowVoided(what.File, what.Row.Id, what.Cells) { PersonId = what.Person.Id, CaseId = what.CaseId, Why = why });
    }

    public static string Called(string file) => VoidKind.Find(file)?.Called ?? Words.Key("a programme of support");

    /// <summary>With a version goes what it says of each pathway; with the first one also the days that the programme has from it (PLN-2, OPN-1).</summary>
    private async Task TakeOutPlanAsync(Guid person, PlanRow plan)
    {
        foreach (var row in await BelowAsync(plan))
        {
            row.Void(row.Version);
        }

        var kase = await visible.OfPerson<Case>(person).SingleAsync(c => c.Id == plan.CaseId);
        if (await visible.OfCase<PlanRow>(plan.CaseId).AnyAsync(p => p.Id != plan.Id))
        {
            return;
        }

        var agreed = plan.PersonAnswer == PlanAnswers.Agrees ? plan.PersonOn : null;
        var (drawn, byPerson, byYot) = (Without(kase.PlanDrawnUpOn, plan.DrawnUpOn), Without(kase.PlanAgreedByPersonOn, agreed), Without(kase.PlanAgreedByYotOn, plan.YotOn));
        if ((drawn, byPerson, byYot) != (kase.PlanDrawnUpOn, kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn))
        {
            kase.Correct(kase.Version);
            (kase.PlanDrawnUpOn, kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn) = (drawn, byPerson, byYot);
        }
    }

    private async Task<IEnumerable<Row>> BelowAsync(PlanRow plan) =>
        [
            .. await visible.OfCase<PlanPathwayRow>(plan.CaseId).Where(p => p.PlanId == plan.Id).ToListAsync(),
            .. await visible.OfCase<PlanActionRow>(plan.CaseId).Where(a => a.PlanId == plan.Id).ToListAsync(),
            .. await visible.OfCase<PlanCheckRow>(plan.CaseId).Where(c => c.PlanId == plan.Id).ToListAsync(),
        ];

    private static DateOnly? Without(DateOnly? held, DateOnly? ofPlan) => held == ofPlan ? null : held;
}
