using System.Data.Common;

namespace Throughgate.Web.Data.Facts;

/// <summary>Whom to gather facts of: the questions that pick people, each one query over indexes.</summary>
public static class Picks
{
    /// <summary>People with a case of the scheme in view on the day: referred on or before it, not closed on or before it.</summary>
    public static Task<IReadOnlyList<Guid>> PeopleInViewAsync(this DbConnection connection, string scheme, DateOnly on, CancellationToken cancel = default) =>
        connection.KeysAsync(
            "select distinct person_id from cases where not voided and scheme = @scheme and (closed_on is null or closed_on > @on) and referred_on <= @on",
            cancel,
            ("@scheme", scheme),
            ("@on", on)
        );

    internal static async Task<IReadOnlyList<Guid>> KeysAsync(
        this DbConnection connection,
        string sql,
        CancellationToken cancel,
        params (string, object?)[] values
    )
    {
        await using var command = connection.Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var keys = new List<Guid>();
        while (await rows.ReadAsync(cancel))
        {
            keys.Add(rows.Key(0));
        }

        return keys;
    }
}
