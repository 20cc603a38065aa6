using System.Data.Common;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

/// <summary>A contact of the diary: planned or held, with whom, who goes and where.</summary>
public sealed record DiaryEntry(
    Guid Id,
    Guid CaseId,
    Guid PersonId,
    string FirstName,
    string LastName,
    DateTime At,
    int? Minutes,
    string Kind,
    string CountsAs,
    string Outcome,
    int Version,
    string? Worker,
    bool InSeries
)
{
    public string? Place { get; set; }

    public DateOnly On => DateOnly.FromDateTime(At);

    public string Name => $"{FirstName} {LastName}";
}

/// <summary>The diary of a scheme's team or of one worker. One round trip; whoever asks has shown that they may see the scheme.</summary>
public static class DiaryReader
{
    private const string Within = """
        from contacts x join cases c on c.id = x.case_id join people p on p.id = c.person_id
        left join contact_plans n on n.contact_id = x.id left join workers w on w.id = n.worker_id
        where c.scheme = @scheme and not x.voided and not c.voided and not p.voided and x.held_at >= @from and x.held_at < @to
        """;

    /// <summary>Theirs: named for it, or nobody is named and the case is allocated to them on that day.</summary>
    private const string Theirs = """
         and (n.worker_id = @worker or (n.worker_id is null and exists (
            select 1 from allocations a where a.case_id = c.id and a.worker_id = @worker and not a.voided and a.from_on <= @last and (a.to_on is null or a.to_on >= @first))))
        """;

    /// <param name="to">The day after the last.</param>
    /// <param name="worker">One worker's; null for the team's.</param>
    public static async Task<IReadOnlyList<DiaryEntry>> DiaryAsync(this DbConnection connection, string scheme, DateOnly from, DateOnly to, Guid? worker, CancellationToken cancel = default)
    {
        var which = Within + (worker is null ? "" : Theirs);
        await using var command = connection.Command(
            $"""
            select x.id, x.case_id, c.person_id, p.first_name, p.last_name, x.held_at, x.minutes, x.kind, x.counts_as, x.outcome, x.version, w.name, n.series_id
            {which} order by x.held_at, p.last_name, p.first_name, x.id;
            select l.contact_id, l.place from contact_places l where l.contact_id in (select x.id {which})
            """,
            ("@scheme", scheme),
            ("@from", from.ToDateTime(TimeOnly.MinValue)),
            ("@to", to.ToDateTime(TimeOnly.MinValue))
        );
        if (worker is { } one)
        {
            command.Add("@worker", one);
            command.Add("@first", from);
            command.Add("@last", to.AddDays(-1));
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        var entries = new List<DiaryEntry>();
        while (await rows.ReadAsync(cancel))
        {
            entries.Add(
                new(
                    rows.Key(0),
                    rows.Key(1),
                    rows.Key(2),
                    rows.GetString(3),
                    rows.GetString(4),
                    rows.GetDateTime(5),
                    rows.NumberOrNull(6),
                    rows.GetString(7),
                    rows.GetString(8),
                    rows.GetString(9),
                    rows.GetInt32(10),
                    rows.TextOrNull(11),
                    !rows.IsDBNull(12)
                )
            );
        }

        await rows.NextResultAsync(cancel);
        var byId = entries.ToDictionary(e => e.Id);
        while (await rows.ReadAsync(cancel))
        {
            byId[rows.Key(0)].Place = rows.GetString(1);
        }

        return entries;
    }

    /// <summary>Everybody to whom a case of the scheme is allocated on the day, by name.</summary>
    public static async Task<IReadOnlyList<Allocated>> WorkersOfAsync(this DbConnection connection, string scheme, DateOnly on, CancellationToken cancel = default)
    {
        await using var command = connection.Command(
            """
            select distinct w.id, w.name from cases c join allocations a on a.case_id = c.id join workers w on w.id = a.worker_id
            where c.scheme = @scheme and not c.voided and not a.voided and a.from_on <= @on and (a.to_on is null or a.to_on >= @on) order by w.name
            """,
            ("@scheme", scheme),
            ("@on", on)
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var workers = new List<Allocated>();
        while (await rows.ReadAsync(cancel))
        {
            workers.Add(new(rows.Key(0), rows.GetString(1)));
        }

        return workers;
    }
}
