using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Programmes;
using Throughgate.Domain.Rules.Programmes;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;
using Throughgate.Web.History;
using Row = Throughgate.Web.Data.Rows.Closing;

namespace Throughgate.Web.Features.Closing.Close;

/// <summary>Gathers what closing needs, closes through the gate OPN-5, and opens again. The gate stands here, so that no hand-made request goes round it.</summary>
public sealed class CloseProgramme(Visible visible, Db db, Actor actor, TimeProvider time)
{
    public Task<Row?> GatheredAsync(OfCase of, CancellationToken cancel) => visible.OfCase<Row>(of.Case.Id).FirstOrDefaultAsync(cancel);

    public async Task<CaseFacts> FactsAsync(OfCase of, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var people = await db.Database.GetDbConnection().FactsOfAsync([of.Person.Id], Gather.All, cancel);
        return people.Single().Cases.Single(c => c.Id == of.Case.Id);
    }

    /// <summary>Names of those allocated on a day.</summary>
    public Task<List<string>> WorkersAsync(OfCase of, DateOnly on, CancellationToken cancel) =>
        visible.OfCase<Data.Rows.Allocation>(of.Case.Id).Where(a => a.FromOn <= on && (a.ToOn == null || a.ToOn >= on)).Join(db.Workers, a => a.WorkerId, w => w.Id, (_, w) => w.Name).Distinct().ToListAsync(cancel);

    public static ClosingEvidence Evidence(Row? row) =>
        row is null ? default : new(row.YotView, row.OwnView, row.NotToBeHad, row.Attempts, row.ServicesThatGoOn, row.TookPart);

    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    public async Task PrepareAsync(OfCase of, Row? held, int shown, Action<Row> change)
    {
        if (held is null)
        {
            held = new Row { CaseId = of.Case.Id };
            db.Add(held);
        }
        else
        {
            held.Correct(shown);
        }

        change(held);
        await db.SaveAsync(actor, time, new ClosingPrepared(Cells(held)) { PersonId = of.Person.Id, CaseId = of.Case.Id });
    }

    /// <summary>Closes, or says what is missing; empty where it was closed.</summary>
    public async Task<IReadOnlyList<ClosingLacks>> CloseAsync(OfCase of, string reason, DateOnly on, int shown, CancellationToken cancel)
    {
        var lacks = ReadyToClose.Lacks(await FactsAsync(of, cancel), Evidence(await GatheredAsync(of, cancel)), reason, on);
        if (lacks.Count > 0)
        {
            return lacks;
        }

        of.Case.Correct(shown);
        (of.Case.ClosedOn, of.Case.ClosingReason) = (on, reason);
        await db.SaveAsync(actor, time, new ProgrammeClosed(on, reason) { PersonId = of.Person.Id, CaseId = of.Case.Id });
        return [];
    }

    public async Task ReopenAsync(OfCase of, int shown, string why)
    {
        var was = new ProgrammeReopened(of.Case.ClosedOn!.Value, of.Case.ClosingReason) { PersonId = of.Person.Id, CaseId = of.Case.Id, Why = why };
        of.Case.Correct(shown);
        (of.Case.ClosedOn, of.Case.ClosingReason) = (null, null);
        await db.SaveAsync(actor, time, was);
    }

    private static Dictionary<string, string?> Cells(Row row) =>
        new(StringComparer.Ordinal)
        {
            ["yot_view"] = row.YotView,
            ["own_view"] = row.OwnView,
            ["not_to_be_had"] = row.NotToBeHad,
            ["attempts"] = row.Attempts,
            ["services_that_go_on"] = row.ServicesThatGoOn,
            ["took_part"] = row.TookPart ? "yes" : "no",
            ["endings"] = row.Endings,
            ["planned_on"] = row.PlannedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
}
