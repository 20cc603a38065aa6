using Throughgate.Web.Access;

namespace Throughgate.Web.Data.Lists;

/// <summary>A concern that is not closed: whose, and how far it has come.</summary>
public sealed record OpenConcern(Guid CaseId, Guid PersonId, bool Safeguarding, DateTimeOffset RaisedAt, string RaisedBy, bool Acknowledged, bool Answered);

/// <summary>Concerns of the actor's scheme that are not closed, for Today. One round trip.</summary>
public sealed class OpenConcerns(Connection database, Actor actor)
{
    private const string Query = """
        select x.case_id, c.person_id, x.safeguarding, x.raised_at, x.raised_by, x.acknowledged_at is not null, x.answered_at is not null
        from concerns x join cases c on c.id = x.case_id
        where c.scheme = @scheme and x.closed_at is null and not x.voided and not c.voided
        order by x.safeguarding desc, x.raised_at
        """;

    /// <summary>Of these cases alone: the page has told whom it shows.</summary>
    public async Task<IReadOnlyList<OpenConcern>> OfAsync(IReadOnlySet<Guid> cases, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel: cancel);
        await using var command = connection.Command(Query, ("@scheme", actor.Scheme));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var open = new List<OpenConcern>();
        while (await rows.ReadAsync(cancel))
        {
            var concern = new OpenConcern(rows.Key(0), rows.Key(1), rows.GetBoolean(2), rows.Instant(3), rows.GetString(4), rows.GetBoolean(5), rows.GetBoolean(6));
            if (cases.Contains(concern.CaseId))
            {
                open.Add(concern);
            }
        }

        return open;
    }
}
