using System.Data.Common;
using System.Text.Json;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Data.Lists;

public enum ClosedOrder
{
    LastClosedFirst,
    Name,
}

/// <summary>Which page of the closed is asked for.</summary>
/// <param name="LeadWorker">Only those whom this person leads, or led last.</param>
public sealed record ClosedQuestion(ClosedOrder Order, int Page, int Size, Guid? LeadWorker = null, bool LookedAfter = false);

/// <summary>A sentence that holds somebody, as the lists that reach beyond the books show it.</summary>
/// <param name="Establishment">Code of the establishment; null where it is not known.</param>
public sealed record HeldUnder(Guid PersonId, string Reference, string FirstName, string LastName, Guid SentenceId, string? Establishment)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>Whom the lists are about: each one query over indexes.</summary>
internal static class ListQueries
{
    private const string Closed =
        """
        from cases c join people p on p.id = c.person_id
        where not c.voided and not p.voided and c.scheme = @scheme and c.closed_on <= @on and c.referred_on <= @on
        and not exists (select 1 from cases o where not o.voided and o.person_id = c.person_id and o.scheme = @scheme and o.referred_on <= @on and (o.closed_on is null or o.closed_on > @on))
        """;

    // The establishment as last known on the day, and the name, of a sentence s.
    private const string Columns =
        """
        select p.id, p.reference, p.first_name, p.last_name, s.id,
        (select l.establishment from placements l where not l.voided and l.sentence_id = s.id and l.from_on <= @on order by l.position desc limit 1)
        from sentences s join people p on p.id = s.person_id
        """;

    private const string Residents =
        "select r.person_id from residences r where not r.voided and r.yot in @yots and r.from_on <= @on and (r.to_on is null or r.to_on >= @on)";

    /// <summary>One page of people whose cases here are all closed, and how many there are.</summary>
    public static async Task<(IReadOnlyList<Guid> Page, int Total)> ClosedAsync(
        this DbConnection connection,
        string scheme,
        DateOnly on,
        ClosedQuestion question,
        IReadOnlySet<Guid> hidden,
        CancellationToken cancel
    )
    {
        var sqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        var which = Closed
            + (hidden.Count == 0 ? "" : sqlite ? " and p.id not in (select unhex(value) from json_each(@hidden))" : " and p.id <> all(@hidden)")
            + (question.LookedAfter ? " and p.looked_after" : "")
            + (question.LeadWorker is null ? "" : " and exists (select 1 from allocations a where not a.voided and a.case_id = c.id and a.role = 'lead_worker' and a.worker_id = @worker)");
        var order = question.Order == ClosedOrder.Name ? "p.search_name, p.id" : "closed desc, p.search_name, p.id";
        await using var command = connection.Command(
            $"""
            select count(distinct c.person_id) {which};
            select p.id, p.search_name, max(c.closed_on) closed {which} group by p.id, p.search_name order by {order} limit @size offset @skip
            """,
            ("@scheme", scheme),
            ("@on", on),
            ("@size", question.Size),
            ("@skip", (question.Page - 1) * question.Size)
        );
        if (question.LeadWorker is { } worker)
        {
            command.Add("@worker", worker);
        }

        if (hidden.Count > 0)
        {
            command.Add("@hidden", sqlite ? JsonSerializer.Serialize(hidden.Select(p => p.ToString("N"))) : hidden.ToArray());
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var total = rows.GetInt32(0);
        await rows.NextResultAsync(cancel);
        var page = new List<Guid>(question.Size);
        while (await rows.ReadAsync(cancel))
        {
            page.Add(rows.Key(0));
        }

        return (page, total);
    }

    /// <summary>Custodial sentences of residents that no case of the scheme was referred for by the day: those ELG-5 may be about.</summary>
    public static Task<IReadOnlyList<HeldUnder>> WithoutCaseAsync(
        this DbConnection connection,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        CancellationToken cancel
    ) =>
        connection.SentencesAsync(
            $"""
            {Columns} where not s.voided and not p.voided and s.person_id in ({Residents}) and s.kind = 'custodial' and s.sentenced_on <= @on
            and not exists (select 1 from cases c where not c.voided and c.sentence_id in (s.id, s.follows_id) and c.scheme = @scheme and c.referred_on <= @on)
            order by s.sentenced_on, s.id
            """,
            scheme,
            yots,
            on,
            cancel
        );

    /// <summary>Sentences and remands without a release by the day, of residents and of people with a case in view.</summary>
    public static Task<IReadOnlyList<HeldUnder>> HeldAsync(
        this DbConnection connection,
        IReadOnlyCollection<Guid>? people,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        CancellationToken cancel
    ) =>
        connection.SentencesAsync(
            $"""
            {Columns} where not s.voided and not p.voided and s.person_id in (
                {Residents}
                union select c.person_id from cases c where not c.voided and c.scheme = @scheme and (c.closed_on is null or c.closed_on > @on) and c.referred_on <= @on
            ) and (s.kind = 'custodial' or s.type = 'remand_custody') and s.sentenced_on <= @on and (s.released_on is null or s.released_on > @on)
            {(people is null ? "" : "and s.person_id in @people")}
            order by p.search_name, s.sentenced_on, s.id
            """,
            scheme,
            yots,
            on,
            cancel,
            people
        );

    private static async Task<IReadOnlyList<HeldUnder>> SentencesAsync(
        this DbConnection connection,
        string sql,
        string scheme,
        IReadOnlySet<string> yots,
        DateOnly on,
        CancellationToken cancel,
        IReadOnlyCollection<Guid>? people = null
    )
    {
        var sqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        await using var command = connection.Command(
            sql.Replace("@yots", sqlite ? "(select value from json_each(@yots))" : "(select unnest(@yots))", StringComparison.Ordinal)
                .Replace("@people", sqlite ? "(select unhex(value) from json_each(@people))" : "(select unnest(@people))", StringComparison.Ordinal),
            ("@scheme", scheme),
            ("@on", on),
            ("@yots", sqlite ? JsonSerializer.Serialize(yots) : yots.ToArray())
        );
        if (people is not null)
        {
            command.Add("@people", sqlite ? JsonSerializer.Serialize(people.Select(p => p.ToString("N"))) : people.ToArray());
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        var held = new List<HeldUnder>();
        while (await rows.ReadAsync(cancel))
        {
            held.Add(new(rows.Key(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.Key(4), rows.TextOrNull(5)));
        }

        return held;
    }
}
