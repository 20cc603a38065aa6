using System.Data.Common;
using Throughgate.Domain.Rules.Escalations;

namespace Throughgate.Web.Data.Lists;

public static class TeamDayReader
{
    /// <summary>More changes than these are not read: whoever was away for long reads the records themselves.</summary>
    public const int MostChanges = 1000;

    private const int DaysOfLeaveBefore = 14;

    private const string InView = "c.scheme = @scheme and not c.voided and c.referred_on <= @on and (c.closed_on is null or c.closed_on > @on)";

    // A cross join is taken in the order written (SQLite), or in whichever is cheapest (PostgreSQL): from the scheme's own cases on, never over everybody's.
    private static readonly string Statements = $"""
        select l.worker_id, w.name, l.from_on, l.to_on, l.cover_id, k.name
        from worker_leave l join workers w on w.id = l.worker_id left join workers k on k.id = l.cover_id
        where l.scheme = @scheme and l.to_on >= @back and l.from_on <= @on order by l.from_on, l.id;
        select x.case_id, c.person_id, x.safeguarding, x.raised_at, x.raised_by, x.acknowledged_at is not null, x.answered_at is not null
        from cases c cross join concerns x where {InView} and x.case_id = c.id and x.closed_at is null and not x.voided
        order by x.safeguarding desc, x.raised_at;
        select e.id, e.case_id, c.person_id, e.rule, e.due_on, e.step, e.since_on, e.rests_until
        from cases c cross join escalations e where {InView} and e.case_id = c.id and e.ended_on is null and not e.voided
        order by e.step desc, e.due_on, e.id;
        select h.at, h.actor_id, h.actor_name, h.kind, h.person_id, h.case_id, h.import_id, h.data from history h
        where h.chain = @scheme and {Lately("h")} and h.person_id is not null and h.kind not in ('duty_escalated', 'escalation_ended')
        order by h.at desc, h.seq desc limit {MostChanges};
        select distinct c.person_id, a.worker_id from cases c join allocations a on a.case_id = c.id
        where c.person_id in (select h.person_id from history h where h.chain = @scheme and {Lately("h")} and h.person_id is not null order by h.at desc limit {MostChanges})
        and c.scheme = @scheme and not c.voided and not a.voided and a.from_on <= @on and (a.to_on is null or a.to_on >= @since_on);
        select i.id, i.at, i.actor_id, i.actor_name, i.name, i.added, i.changed from imports i
        where {Lately("i")} and ({MembersOf.Sql("i.actor_id")} or exists (
            select 1 from cases c join people p on p.id = c.person_id where {InView} and (
                c.import_id = i.id or p.import_id = i.id or exists (select 1 from contacts k where k.case_id = c.id and k.import_id = i.id)
                or exists (select 1 from history h where h.person_id = c.person_id and h.at >= @since and h.import_id = i.id))))
        order by i.at desc;
        select h.at, h.actor_id, h.actor_name, h.kind, h.person_id, h.case_id, h.import_id, h.data from cases c cross join history h
        where exists (select 1 from imports i where {Lately("i")}) and {InView} and h.person_id = c.person_id and {Lately("h")} and h.kind = 'row_imported'
        order by h.at desc, h.seq desc limit {MostChanges}
        """;

    /// <summary>One round trip.</summary>
    public static async Task<TeamDay> TeamDayAsync(this DbConnection connection, string scheme, DateOnly on, DateOnly since, CancellationToken cancel = default)
    {
        await using var command = connection.Command(
            Statements,
            ("@scheme", scheme),
            ("@yots", MembersOf.Yots(scheme)),
            ("@on", on),
            ("@back", on.AddDays(-DaysOfLeaveBefore)),
            ("@since", London.StartOf(since)),
            ("@since_on", since),
            ("@until", London.StartOf(on.AddDays(1)))
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return new(
            on,
            since,
            await NextAsync(rows, r => new Away(r.Key(0), r.GetString(1), r.Day(2), r.Day(3), r.KeyOrNull(4), r.TextOrNull(5)), cancel),
            await NextAsync(rows, r => new OpenConcern(r.Key(0), r.Key(1), r.GetBoolean(2), r.Instant(3), r.GetString(4), r.GetBoolean(5), r.GetBoolean(6)), cancel),
            await NextAsync(rows, r => new OpenEscalation(r.Key(0), r.Key(1), r.Key(2), r.GetString(3), r.Day(4), (Step)r.GetInt32(5), r.Day(6), r.DayOrNull(7)), cancel),
            await NextAsync(rows, OneChange, cancel),
            Workers: (await NextAsync(rows, r => (Person: r.Key(0), Worker: r.Key(1)), cancel)).ToLookup(p => p.Person, p => p.Worker),
            Imports: await NextAsync(rows, r => new Brought(r.Key(0), r.Instant(1), r.KeyOrNull(2), r.GetString(3), r.GetString(4), r.GetInt32(5), r.GetInt32(6)), cancel),
            Imported: await NextAsync(rows, OneChange, cancel)
        );
    }

    private static string Lately(string table) => $"{table}.at >= @since and {table}.at < @until";

    private static Change OneChange(DbDataReader r) =>
        new(r.Instant(0), r.KeyOrNull(1), r.GetString(2), r.GetString(3), r.Key(4), r.KeyOrNull(5), r.KeyOrNull(6), r.GetString(7));

    private static async Task<IReadOnlyList<T>> NextAsync<T>(DbDataReader rows, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        var list = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            list.Add(read(rows));
        }

        await rows.NextResultAsync(cancel);
        return list;
    }
}
