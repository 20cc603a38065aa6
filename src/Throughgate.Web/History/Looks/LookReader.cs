using System.Data.Common;
using Throughgate.Domain.Log;
using Throughgate.Web.Access;
using Throughgate.Web.Data;

namespace Throughgate.Web.History.Looks;

/// <summary>What the log says about who opened whose record in a scheme, a look for each person, record and day, with what is known about both.</summary>
public sealed class LookReader(DbConnection connection, string scheme)
{
    private const string Opened =
        """
        select l.id, k.actor_id, l.actor_name, l.role, k.shown_id, k.at, l.outcome
        from looks k join access_log l on l.chain = k.chain and l.seq = k.seq
        where k.chain = @scheme and k.alone and k.at >= @from and k.at < @to and k.actor_id is not null order by k.at
        """;

    private const string Surnames =
        """
        select distinct p.id, p.last_name from people p join looks k on k.shown_id = p.id
        where k.chain = @scheme and k.alone and k.at >= @from and k.at < @to
        """;

    private const string Recorded =
        "select distinct actor_id, person_id, at from history where chain = @scheme and at >= @before and at < @after and actor_id is not null and person_id is not null";

    private const string Allocated =
        """
        select c.person_id, a.worker_id, a.from_on, a.to_on from allocations a join cases c on c.id = a.case_id
        where c.scheme = @scheme and not a.voided and not c.voided and (a.to_on is null or a.to_on >= @first)
        """;

    private const string Covering =
        "select worker_id, cover_id, from_on, to_on from worker_leave where scheme = @scheme and cover_id is not null and to_on >= @first and from_on <= @last";

    private const string Workers =
        "select distinct a.id, a.worker_id from accounts a join looks k on k.actor_id = a.id where a.worker_id is not null and k.chain = @scheme and k.alone and k.at >= @from and k.at < @to";

    private const string Closed = "select person_id, closed_on from cases where scheme = @scheme and not voided";

    /// <summary>Every look of the scheme from the first day to the last, both counted; the newest last.</summary>
    public async Task<IReadOnlyList<Look>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancel = default)
    {
        (string, object?)[] days = [("@scheme", scheme), ("@from", London.StartOf(first)), ("@to", London.StartOf(last.AddDays(1))), ("@first", first), ("@last", last)];
        var opened = await ReadAsync(Opened, days, r => new Opening(r.Key(0), r.Key(1), r.GetString(2), r.GetString(3), r.Key(4), London.Civil(r.Instant(5)), r.GetString(6)), cancel);
        var surnames = (await ReadAsync(Surnames, days, r => (r.Key(0), Parts(r.GetString(1))), cancel)).ToDictionary(s => s.Item1, s => s.Item2);
        (string, object?)[] around = [("@scheme", scheme), ("@before", London.StartOf(first.AddDays(-60))), ("@after", London.StartOf(last.AddDays(60)))];
        var recorded = (await ReadAsync(Recorded, around, r => (r.Key(0), r.Key(1), London.Civil(r.Instant(2))), cancel)).ToLookup(r => (r.Item1, r.Item2), r => DateOnly.FromDateTime(r.Item3));
        var theirs = await TheirsAsync(days, cancel);
        var closed = (await ReadAsync(Closed, days, r => (r.Key(0), r.DayOrNull(1)), cancel)).ToLookup(c => c.Item1, c => c.Item2);
        var looks = opened
            .GroupBy(o => (o.Looker, o.Person, On: DateOnly.FromDateTime(o.At)))
            .Select(g =>
            {
                var start = g.First();
                var mine = surnames.TryGetValue(g.Key.Person, out var parts) && parts.Overlaps(Parts(start.Name, surnameOnly: true));
                return new Look(start.Row, g.Key.Looker, start.Name, start.Role, g.Key.Person, g.Key.On, TimeOnly.FromDateTime(start.At), TimeOnly.FromDateTime(g.Last().At), g.Count())
                {
                    HasCaseload = start.Role is RoleTable.Worker or RoleTable.CaseManager or RoleTable.Mentor,
                    IsTheirs = theirs(g.Key.Looker, g.Key.Person, g.Key.On),
                    SharesSurname = mine,
                    Recorded = [.. recorded[(g.Key.Looker, g.Key.Person)].Distinct()],
                    ClosedOn = closed[g.Key.Person] is var all && all.Any() && all.All(c => c is not null) ? all.Max() : null,
                    Copied = g.Any(o => o.Outcome is "exported" or "printed"),
                };
            })
            .ToList();
        return Beside(looks);
    }

    /// <summary>What only shows beside the other looks: many in an hour, and the same record day after day.</summary>
    private static List<Look> Beside(List<Look> looks)
    {
        var days = looks.GroupBy(l => (l.LookerId, l.PersonId)).ToDictionary(g => g.Key, g => g.Count());
        var most = looks.Where(l => !l.IsTheirs).GroupBy(l => (l.LookerId, l.On)).ToDictionary(g => g.Key, g => MostInAnHour([.. g.Select(l => l.First).Order()]));
        return [.. looks.Select(l => l with { DaysLooked = days[(l.LookerId, l.PersonId)], MostInAnHour = l.IsTheirs ? 0 : most[(l.LookerId, l.On)] })];
    }

    private static int MostInAnHour(List<TimeOnly> times)
    {
        var (most, from) = (0, 0);
        for (var to = 0; to < times.Count; to++)
        {
            while (times[to] - times[from] > TimeSpan.FromHours(1))
            {
                from++;
            }

            most = Math.Max(most, to - from + 1);
        }

        return most;
    }

    private async Task<Func<Guid, Guid, DateOnly, bool>> TheirsAsync((string, object?)[] days, CancellationToken cancel)
    {
        var workers = (await ReadAsync(Workers, days, r => (r.Key(0), r.Key(1)), cancel)).ToDictionary(w => w.Item1, w => w.Item2);
        var allocated = (await ReadAsync(Allocated, days, r => (r.Key(0), r.Key(1), r.Day(2), r.DayOrNull(3)), cancel)).ToLookup(a => a.Item1);
        var covered = (await ReadAsync(Covering, days, r => (r.Key(0), r.Key(1), r.Day(2), r.Day(3)), cancel)).ToLookup(c => c.Item2);
        return (looker, person, on) =>
        {
            if (!workers.TryGetValue(looker, out var worker))
            {
                return false;
            }

            var asWhom = covered[worker].Where(c => c.Item3 <= on && on <= c.Item4).Select(c => c.Item1).Append(worker).ToHashSet();
            return allocated[person].Any(a => asWhom.Contains(a.Item2) && a.Item3 <= on && (a.Item4 is not { } to || on <= to));
        };
    }

    /// <summary>The folded parts of a surname, of three letters and more: "Smith-Jones" is smith and jones. Of a full name, all but the first word.</summary>
    private static HashSet<string> Parts(string name, bool surnameOnly = false)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Names.Fold);
        return [.. (surnameOnly ? words.Skip(1) : words).Where(w => w.Length >= 3)];
    }

    private async Task<List<T>> ReadAsync<T>(string sql, (string, object?)[] values, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, values);
        command.CommandTimeout = 120;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var all = new List<T>();
        while (await rows.ReadAsync(cancel))
        {
            all.Add(read(rows));
        }

        return all;
    }

    private sealed record Opening(Guid Row, Guid Looker, string Name, string Role, Guid Person, DateTime At, string Outcome);
}
