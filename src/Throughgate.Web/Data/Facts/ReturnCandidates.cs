using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Time;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Facts;

/// <summary>
/// Whoever can matter for a return of one scheme and quarter (RET-1), and nobody else: a case of the scheme that started or closed in the
/// quarter, or a release in it of somebody who has a case of the scheme or ever lived in one of its YOTs. The rules decide; this only
/// keeps them from reading the whole caseload.
/// </summary>
public static class ReturnCandidates
{
    private const int AtOnce = 500;

    private static IQueryable<Guid> Of(Db db, string scheme, FinancialQuarter quarter)
    {
        var (from, to) = (quarter.From, quarter.To);
        var yots = Reference.Instance.YotsOfScheme.GetValueOrDefault(scheme)?.Order(StringComparer.Ordinal).ToList() ?? [];
        var ours = db.Cases.Where(c => c.Scheme == scheme);
        // Picked once, not asked for each release: a quarter of a large database has tens of thousands, and a scheme stays as small as it is.
        var people = ours.Select(c => c.PersonId).Union(db.Residences.Where(r => yots.Contains(r.Yot)).Select(r => r.PersonId));
        return ByCase(ours, from, to).Union(Released(db, from, to).Where(s => people.Contains(s.PersonId)).Select(s => s.PersonId));
    }

    private static IQueryable<Guid> OfEveryScheme(Db db, FinancialQuarter quarter)
    {
        var (from, to) = (quarter.From, quarter.To);
        return ByCase(db.Cases, from, to).Union(Released(db, from, to).Select(s => s.PersonId));
    }

    private static IQueryable<Sentence> Released(Db db, DateOnly from, DateOnly to) => db.Sentences.Where(s => s.Kind == "custodial" && s.ReleasedOn >= from && s.ReleasedOn <= to);

    /// <summary>Closed in the quarter, or agreed by both: the later of the two days is in it. Asked apart, for each has an index.</summary>
    private static IQueryable<Guid> ByCase(IQueryable<Case> cases, DateOnly from, DateOnly to) =>
        cases.Where(c => c.ClosedOn >= from && c.ClosedOn <= to).Select(c => c.PersonId)
            .Union(cases.Where(c => c.PlanAgreedByPersonOn >= from && c.PlanAgreedByPersonOn <= to && c.PlanAgreedByYotOn <= to).Select(c => c.PersonId))
            .Union(cases.Where(c => c.PlanAgreedByYotOn >= from && c.PlanAgreedByYotOn <= to && c.PlanAgreedByPersonOn <= to).Select(c => c.PersonId));

    /// <summary>Whether any of some people can matter.</summary>
    public static async Task<bool> AnyAsync(Connection connection, string scheme, FinancialQuarter quarter, IReadOnlyCollection<Guid> people, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        return await Of(db, scheme, quarter).AnyAsync(p => people.Contains(p), cancel);
    }

    /// <summary>The facts of whoever can matter for the return of one scheme.</summary>
    public static IAsyncEnumerable<PersonFacts> FactsAsync(Connection connection, string scheme, FinancialQuarter quarter, CancellationToken cancel = default) =>
        FactsAsync(connection, db => Of(db, scheme, quarter), quarter, cancel);

    /// <summary>The facts of whoever can matter for any scheme's return of the quarter.</summary>
    public static IAsyncEnumerable<PersonFacts> FactsOfEverySchemeAsync(Connection connection, FinancialQuarter quarter, CancellationToken cancel = default) =>
        FactsAsync(connection, db => OfEveryScheme(db, quarter), quarter, cancel);

    /// <summary>
    /// The facts of those whom the query picks, in small lots, so that memory does not grow with the caseload. Asset and weekly hours are read
    /// only of people with a case that closed in the quarter: nothing else in a return asks for them.
    /// </summary>
    private static async IAsyncEnumerable<PersonFacts> FactsAsync(
        Connection connection,
        Func<Db, IQueryable<Guid>> picked,
        FinancialQuarter quarter,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var db = connection.Context();
        var people = await picked(db).ToListAsync(cancel);
        await using var first = await connection.OpenAsync(cancel: cancel);
        var closing = await first.ClosingAsync(people, quarter, cancel);
        List<(Guid[] Lot, Gather Gather)> lots =
        [
            .. people.Where(p => !closing.Contains(p)).Chunk(AtOnce).Select(l => (l, Gather.None)),
            .. closing.Chunk(AtOnce).Select(l => (l, Gather.ForReturn)),
        ];
        // Where they are many, two lots are read while the one before them is counted, each by a connection of its own.
        await using var second = people.Count > AtOnce ? await connection.OpenAsync(cancel: cancel) : null;
        DbConnection[] readers = second is null ? [first] : [first, second];
        var reading = new Task<IReadOnlyList<PersonFacts>>[lots.Count];
        void Start(int at) => reading[at] = Task.Run(() => readers[at % readers.Length].FactsOfAsync(lots[at].Lot, lots[at].Gather | Gather.NoDatedChanges, cancel), cancel);
        try
        {
            for (var at = 0; at < Math.Min(readers.Length, lots.Count); at++)
            {
                Start(at);
            }

            for (var at = 0; at < lots.Count; at++)
            {
                var ready = await reading[at];
                reading[at] = Task.FromResult<IReadOnlyList<PersonFacts>>([]);
                if (at + readers.Length < lots.Count)
                {
                    Start(at + readers.Length);
                }

                foreach (var person in ready)
                {
                    yield return person;
                }
            }
        }
        finally
        {
            // Whoever stops half-way leaves lots that are being read: the connections close after them.
            await ((Task)Task.WhenAll(reading.Where(r => r is not null))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
