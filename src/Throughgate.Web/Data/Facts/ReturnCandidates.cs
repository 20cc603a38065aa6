using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Time;

namespace Throughgate.Web.Data.Facts;

/// <summary>
/// Whoever can matter for a return of one scheme and quarter (RET-1), and nobody else: a case of the scheme that started or closed in the
/// quarter, or a release in it of somebody who has a case of the scheme or ever lived in one of its YOTs. The rules decide; this only
/// keeps them from reading the whole caseload.
/// </summary>
public static class ReturnCandidates
{
    private const int AtOnce = 500;

    public static IQueryable<Guid> Of(Db db, string scheme, FinancialQuarter quarter)
    {
        var (from, to) = (quarter.From, quarter.To);
        var yots = Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme)?.Order(StringComparer.Ordinal).ToList() ?? [];
        var byCase = db
            .Cases.Where(c => c.Scheme == scheme)
            .Where(c =>
                (c.ClosedOn >= from && c.ClosedOn <= to)
                || (
                    c.PlanAgreedByPersonOn <= to
                    && c.PlanAgreedByYotOn <= to
                    && (c.PlanAgreedByPersonOn >= from || c.PlanAgreedByYotOn >= from)
                )
            )
            .Select(c => c.PersonId);
        // Picked once, not asked for each release: a quarter of a large database has tens of thousands.
        var ours = db
            .Cases.Where(c => c.Scheme == scheme)
            .Select(c => c.PersonId)
            .Union(db.Residences.Where(r => yots.Contains(r.Yot)).Select(r => r.PersonId));
        var byRelease = db
            .Sentences.Where(s => s.ReleasedOn >= from && s.ReleasedOn <= to && s.Kind == "custodial" && ours.Contains(s.PersonId))
            .Select(s => s.PersonId);
        return byCase.Union(byRelease);
    }

    /// <summary>Whoever can matter for any scheme's return of the quarter.</summary>
    public static IQueryable<Guid> OfEveryScheme(Db db, FinancialQuarter quarter)
    {
        var (from, to) = (quarter.From, quarter.To);
        var byCase = db
            .Cases.Where(c =>
                (c.ClosedOn >= from && c.ClosedOn <= to)
                || (
                    c.PlanAgreedByPersonOn <= to
                    && c.PlanAgreedByYotOn <= to
                    && (c.PlanAgreedByPersonOn >= from || c.PlanAgreedByYotOn >= from)
                )
            )
            .Select(c => c.PersonId);
        var byRelease = db.Sentences.Where(s => s.Kind == "custodial" && s.ReleasedOn >= from && s.ReleasedOn <= to).Select(s => s.PersonId);
        return byCase.Union(byRelease);
    }

    /// <summary>
    /// The facts of those whom the query picks, in small lots, so that memory does not grow with the caseload. Asset and weekly hours are read
    /// only of people with a case that closed in the quarter: nothing else in a return asks for them.
    /// </summary>
    public static async IAsyncEnumerable<PersonFacts> FactsAsync(
        Connection connection,
        Func<Db, IQueryable<Guid>> picked,
        FinancialQuarter quarter,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var db = connection.Context();
        var people = await picked(db).ToListAsync(cancel);
        await using var reader = await connection.OpenAsync(cancel: cancel);
        var closing = await reader.ClosingAsync(people, quarter, cancel);
        var lots = people.Where(p => !closing.Contains(p)).Chunk(AtOnce).Select(l => (Lot: l, Gather: Gather.None))
            .Concat(closing.Chunk(AtOnce).Select(l => (Lot: l, Gather: Gather.ForReturn)));
        // The next lot is read while the one before it is counted.
        Task<IReadOnlyList<PersonFacts>>? reading = null;
        try
        {
            foreach (var (lot, gather) in lots)
            {
                var ready = reading is null ? [] : await reading;
                reading = Task.Run(() => reader.FactsOfAsync(lot, gather | Gather.NoDatedChanges, cancel), cancel);
                foreach (var person in ready)
                {
                    yield return person;
                }
            }

            foreach (var person in reading is null ? [] : await reading)
            {
                yield return person;
            }
        }
        finally
        {
            // Whoever stops half-way leaves a lot that is being read: the connection closes after it.
            await ((Task)(reading ?? Task.FromResult<IReadOnlyList<PersonFacts>>([]))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<HashSet<Guid>> ClosingAsync(this DbConnection connection, IReadOnlyCollection<Guid> people, FinancialQuarter quarter, CancellationToken cancel)
    {
        await using var command = connection.Picking("select person_id from cases where person_id in @picked and not voided and closed_on between @from and @to", people);
        command.Add("@from", quarter.From);
        command.Add("@to", quarter.To);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var closing = new HashSet<Guid>();
        while (await rows.ReadAsync(cancel))
        {
            closing.Add(rows.Key(0));
        }

        return closing;
    }
}
