using System.Data.Common;

namespace Throughgate.Web.Data.Lists;

/// <summary>One worker as somebody sees them who chooses a worker.</summary>
/// <param name="Leads">Open cases of the scheme that they lead on the day.</param>
/// <param name="Manages">Open cases of the scheme that they manage on the day.</param>
/// <param name="AwayUntil">Last day of the leave they are on, or go on within a fortnight; null without.</param>
public sealed record TeamWorker(Guid Id, string Name, int Leads, int Manages, DateOnly? AwayFrom, DateOnly? AwayUntil, string? CoveredBy);

public static class TeamList
{
    /// <summary>
    /// The workers of a scheme on a day: whoever has an open account in it or a part in one of its open cases, with what they carry and whether they
    /// are away then or within two weeks. By name. One round trip.
    /// </summary>
    public static async Task<IReadOnlyList<TeamWorker>> TeamAsync(this DbConnection connection, string scheme, DateOnly on, CancellationToken cancel = default)
    {
        const string Open = "c.scheme = @scheme and not c.voided and c.referred_on <= @on and (c.closed_on is null or c.closed_on > @on)";
        const string Part = "not a.voided and a.from_on <= @on and (a.to_on is null or a.to_on >= @on)";
        await using var command = connection.Command(
            $"""
            select w.id, w.name, coalesce(p.leads, 0), coalesce(p.manages, 0), l.from_on, l.to_on, k.name
            from workers w
            left join (
                select a.worker_id,
                    count(distinct case when a.role = 'lead_worker' then c.id end) leads, count(distinct case when a.role = 'case_manager' then c.id end) manages
                from cases c join allocations a on a.case_id = c.id where {Open} and {Part} group by a.worker_id
            ) p on p.worker_id = w.id
            left join worker_leave l on l.id = (
                select x.id from worker_leave x where x.worker_id = w.id and x.scheme = @scheme and x.to_on >= @on and x.from_on <= @soon
                order by x.from_on, x.id limit 1
            )
            left join workers k on k.id = l.cover_id
            where p.worker_id is not null or exists (select 1 from accounts u where u.worker_id = w.id and u.closed_at is null and {MembersOf.Sql("u.id")})
            order by w.name, w.id
            """,
            ("@scheme", scheme),
            ("@yots", MembersOf.Yots(scheme)),
            ("@on", on),
            ("@soon", on.AddDays(14))
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var team = new List<TeamWorker>();
        while (await rows.ReadAsync(cancel))
        {
            team.Add(new(rows.Key(0), rows.GetString(1), rows.GetInt32(2), rows.GetInt32(3), rows.DayOrNull(4), rows.DayOrNull(5), rows.TextOrNull(6)));
        }

        return team;
    }
}
