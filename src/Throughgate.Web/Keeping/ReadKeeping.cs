using System.Data.Common;
using Throughgate.Domain.Rules;
using Throughgate.Domain.Rules.Keeping;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Facts;

namespace Throughgate.Web.Keeping;

/// <summary>One young person's record as keeping sees it.</summary>
/// <param name="Decides">The scheme whose programme closed last: it alone decides.</param>
public sealed record RecordKept(Guid PersonId, string Decides, Kept? Kept);

/// <summary>Until when records are kept (KEP-1), of a scheme or of one young person.</summary>
public static class ReadKeeping
{
    private const string Columns =
        """
        select p.id, p.date_of_birth, p.looked_after, c.scheme, c.closed_on, c.referred_on,
        case when exists (select 1 from concerns k join cases kc on kc.id = k.case_id where kc.person_id = p.id and k.safeguarding and not k.voided) then 1 else 0 end
        from people p join cases c on c.person_id = p.id
        where not p.voided and not c.voided and p.merged_into is null and not exists (select 1 from disposals d where d.person_id = p.id and d.done_at is not null)
        """;

    /// <summary>Everybody of the scheme whose last programme it closed.</summary>
    public static Task<IReadOnlyList<RecordKept>> OfSchemeAsync(DbConnection connection, string scheme, DateOnly today, CancellationToken cancel = default) =>
        ReadAsync(connection, $"{Columns} and exists (select 1 from cases o where o.person_id = p.id and o.scheme = @scheme and not o.voided)", scheme, null, today, cancel);

    /// <summary>Null where nobody has a programme of that key, or the record was erased.</summary>
    public static async Task<RecordKept?> OfPersonAsync(DbConnection connection, string scheme, Guid person, DateOnly today, CancellationToken cancel = default) =>
        await ReadAsync(connection, $"{Columns} and p.id = @person", scheme, person, today, cancel) is [var one, ..] ? one : null;

    private static async Task<IReadOnlyList<RecordKept>> ReadAsync(DbConnection connection, string sql, string scheme, Guid? person, DateOnly today, CancellationToken cancel)
    {
        var figures = await connection.FiguresOfAsync(scheme, cancel);
        var rows = new List<(Guid Id, DateOnly Born, bool LookedAfter, string Scheme, DateOnly? Closed, DateOnly Referred, bool Safeguarding)>();
        await using (var command = connection.Command(sql, ("@scheme", scheme), ("@person", person ?? Guid.Empty)))
        {
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                rows.Add((row.Key(0), row.Day(1), row.YesOrNull(2) == true, row.GetString(3), row.DayOrNull(4), row.Day(5), row.GetInt32(6) == 1));
            }
        }

        return
        [
            .. rows.GroupBy(r => r.Id)
                .Select(g =>
                {
                    var last = g.OrderByDescending(r => r.Closed ?? DateOnly.MaxValue).ThenByDescending(r => r.Referred).First();
                    return new RecordKept(g.Key, last.Scheme, KeptUntil.Of(new(last.Born, last.LookedAfter, last.Safeguarding, last.Closed), figures, today));
                }),
        ];
    }
}
