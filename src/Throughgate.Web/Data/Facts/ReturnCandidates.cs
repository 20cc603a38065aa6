using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.People;
using Throughgate.Domain.Time;

namespace Throughgate.Web.Data.Facts;

/// <summary>
/// Whoever can matter for a return of one scheme and quarter (RET-1), and nobody else: a case of the scheme that started or closed in the
/// quarter, or a release in it of somebody who has a case of the scheme or lived in one of its YOTs that day. The rules decide; this only
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
        var byRelease = db
            .Sentences.Where(s => s.Kind == "custodial" && s.ReleasedOn >= from && s.ReleasedOn <= to)
            .Where(s =>
                db.Cases.Any(c => c.PersonId == s.PersonId && c.Scheme == scheme)
                || db.Residences.Any(r =>
                    r.PersonId == s.PersonId
                    && yots.Contains(r.Yot)
                    && r.FromOn <= s.ReleasedOn
                    && (r.ToOn == null || r.ToOn >= s.ReleasedOn)
                )
            )
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

    /// <summary>The facts of those whom the query picks, in small lots, so that memory does not grow with the caseload.</summary>
    public static async IAsyncEnumerable<PersonFacts> FactsAsync(
        Connection connection,
        Func<Db, IQueryable<Guid>> picked,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var db = connection.Context();
        var people = await picked(db).ToListAsync(cancel);
        await using var reader = await connection.OpenAsync(cancel: cancel);
        foreach (var lot in people.Chunk(AtOnce))
        {
            foreach (var person in await reader.FactsOfAsync(lot, Gather.ForReturn, cancel))
            {
                yield return person;
            }
        }
    }
}
