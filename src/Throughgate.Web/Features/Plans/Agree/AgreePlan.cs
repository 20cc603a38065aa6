using Microsoft.EntityFrameworkCore;
using Throughgate.Domain;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Features.Plans.Agree;

/// <summary>
/// Records what the young person answered to the plan, and the YOT's agreement, through the gate PLN-3. Where both agreed for the first time the
/// programme is open from the later day (OPN-1).
/// </summary>
public sealed class AgreePlan(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public const string Person = "person";
    public const string Yot = "yot";

    /// <summary>Whether this answer has to pass the gate: only an agreement has.</summary>
    public static bool IsAgreement(string by, string? answer) => by == Yot || answer == PlanAnswers.Agrees;

    /// <summary>False where the gate is shut; nothing is then written.</summary>
    /// <param name="by"><see cref="Person"/> or <see cref="Yot"/>.</param>
    /// <param name="answer">Code of the list <c>plan_answer</c>, of the young person.</param>
    public async Task<bool> RunAsync(PlansOfCase plans, string by, string? answer, string? reason, DateOnly on, CancellationToken cancel)
    {
        if (plans.Newest is not { IsAgreed: false } plan || (IsAgreement(by, answer) && plans.Missing.Count > 0))
        {
            return false;
        }

        var (of, kase) = (plans.Of, plans.Of.Case);
        var row = await visible.OfCase<PlanRow>(kase.Id).SingleAsync(p => p.Id == plan.Id, cancel);
        row.Correct(row.Version);
        var before = Start(kase);
        if (by == Person)
        {
            (row.PersonAnswer, row.PersonReason, row.PersonOn) = (answer, reason, on);
        }
        else
        {
            row.YotOn = on;
        }

        if (before is null)
        {
            Date(kase, by, IsAgreement(by, answer), on);
        }

        var answered = new PlanAnswered(row.Id, row.Number, by, answer, on, before is null ? Start(kase) : null) { PersonId = of.Person.Id, CaseId = kase.Id, Why = reason };
        await db.SaveAsync(actor, time, answered);
        return true;
    }

    /// <summary>The programme's two agreements are those of the plan, until it is open; after that a later version moves nothing.</summary>
    private static void Date(Case kase, string by, bool agrees, DateOnly on)
    {
        DateOnly? answered = agrees ? on : null;
        var person = by == Yot ? kase.PlanAgreedByPersonOn : answered;
        var yot = by == Yot ? on : kase.PlanAgreedByYotOn;
        if ((kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn) != (person, yot))
        {
            kase.Correct(kase.Version);
            (kase.PlanAgreedByPersonOn, kase.PlanAgreedByYotOn) = (person, yot);
        }
    }

    private static DateOnly? Start(Case kase) =>
        kase is { PlanAgreedByPersonOn: { } person, PlanAgreedByYotOn: { } yot } ? (person > yot ? person : yot) : null;
}
