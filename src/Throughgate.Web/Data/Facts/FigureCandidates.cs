using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Figures;
using Throughgate.Domain.People;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Time;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.Data.Facts;

/// <summary>
/// Whoever can matter for figures of performance (PER-1) in a run of days: a programme of the scope that was open in it, or a sentence passed, a release
/// or an order's end in it of somebody who lives in one of its YOTs; and programmes of which something was recorded in it before their referral or after
/// their closing, so that a figure does not depend on what else is asked with it. The measures decide; this keeps them from reading everybody.
/// </summary>
public static class FigureCandidates
{
    private const int AtOnce = 500;

    public static IQueryable<Guid> Of(Db db, Scope scope, DateRange days)
    {
        var (from, to, schemes, yots) = (days.From, days.To!.Value, scope.Schemes?.ToList(), scope.Yots.Order(StringComparer.Ordinal).ToList());
        var (first, last) = (from.ToDateTime(TimeOnly.MinValue), to.ToDateTime(TimeOnly.MaxValue));
        var cases = schemes is null ? db.Cases : db.Cases.Where(c => schemes.Contains(c.Scheme));
        var open = cases.Where(c => c.ReferredOn <= to && (c.ClosedOn == null || c.ClosedOn >= from));
        // Each asked apart: several in one condition make a large database read all offers, contacts and weeks of the days.
        var later = cases.Where(c => c.ReferredOn > to);
        var outside = cases.Where(c => c.ReferredOn > to || c.ClosedOn < from);
        IQueryable<Case>[] around =
        [
            later.Where(c => c.ClosedOn <= to || c.PlanAgreedByYotOn <= to),
            later.Where(c => db.Sentences.Any(s => s.Id == c.SentenceId && s.SentencedOn <= to)),
            outside.Where(c => db.Offers.Any(o => o.CaseId == c.Id && o.OfferedOn >= from && o.OfferedOn <= to)),
            outside.Where(c => db.Contacts.Any(k => k.CaseId == c.Id && k.HeldAt >= first && k.HeldAt <= last)),
            outside.Where(c => db.EteWeeks.Any(e => e.CaseId == c.Id && e.WeekOn >= from && e.WeekOn <= to)),
        ];
        var bySentence = db.Sentences.Where(s =>
            s.SentencedOn <= to
            && (s.SentencedOn >= from || (s.ReleasedOn >= from && s.ReleasedOn <= to) || db.Set<SentenceDate>().Any(d => d.SentenceId == s.Id && d.What == "ends" && d.ValueOn >= from && d.ValueOn <= to))
        );
        var residents = db.Residences.Where(r => yots.Contains(r.Yot)).Select(r => r.PersonId);
        return around.Aggregate(open.Select(c => c.PersonId), (all, some) => all.Union(some.Select(c => c.PersonId))).Union(bySentence.Where(s => residents.Contains(s.PersonId)).Select(s => s.PersonId));
    }

    /// <summary>Whether any of some people can matter.</summary>
    public static async Task<bool> AnyAsync(Connection connection, Scope scope, DateRange days, IReadOnlyCollection<Guid> people, CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        return await Of(db, scope, days).AnyAsync(p => people.Contains(p), cancel);
    }

    /// <summary>Their facts, in lots: one round trip whom, then one for each 500, so that memory does not grow with the caseload.</summary>
    public static async IAsyncEnumerable<PersonFacts> FactsAsync(Connection connection, Scope scope, DateRange days, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = connection.Context();
        var people = await Of(db, scope, days).ToListAsync(cancel);
        await using var reader = await connection.OpenAsync(cancel: cancel);
        foreach (var lot in people.Chunk(AtOnce))
        {
            foreach (var person in await reader.FactsOfAsync(lot, Gather.ForFigures, cancel))
            {
                yield return person;
            }
        }
    }

    /// <summary>The figures in force of every scheme that has set one, in one round trip.</summary>
    public static async Task<IReadOnlyDictionary<string, DutyFigures>> FiguresOfSchemesAsync(this DbConnection connection, CancellationToken cancel = default)
    {
        await using var command = connection.Command("select figure, value_number, from_on, actor_name, reason, scheme from scheme_figures order by from_on, set_at, id");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var settings = new Dictionary<string, List<KeyValuePair<string, DatedValue<int>>>>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            FactsReader.Reading.Add(settings, rows.GetString(5), FiguresReader.Setting(rows));
        }

        return settings.ToDictionary(s => s.Key, s => FiguresReader.Of(s.Value), StringComparer.Ordinal);
    }
}
