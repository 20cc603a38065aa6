using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Throughgate.Web.Data.Lists;

/// <summary>
/// How far the history of each chain had come when something was read. A chain's head is locked until its writer commits, so these numbers only ever
/// grow, in the order of the commits: where their sum is the same, nothing was changed by anybody, in whatever process.
/// </summary>
internal sealed record ChangesRead(IReadOnlyDictionary<string, long> ByChain)
{
    public long Total { get; } = ByChain.Values.Sum();
}

internal static class Changes
{
    public static async Task<long> ChangesTotalAsync(this DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.Command("select cast(coalesce(sum(changed_seq), 0) as bigint) from chain_heads");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task<ChangesRead> ChangesReadAsync(this DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.Command(Heads);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await HeadsAsync(rows, cancel);
    }

    /// <summary>
    /// How far history has come now, and whose records were changed since before. Nobody (null) where that cannot be told: a change that names nobody,
    /// or more people than asked for. One round trip.
    /// </summary>
    public static async Task<(ChangesRead Now, IReadOnlyCollection<Guid>? People)> ChangesSinceAsync(
        this DbConnection connection,
        ChangesRead before,
        int most,
        CancellationToken cancel
    )
    {
        // What comes between the two statements is read too much, which does no harm.
        await using var command = connection.Command(
            Heads + ";" + (connection is SqliteConnection ? SinceOnSqlite : SinceOnPostgres),
            ("@before", JsonSerializer.Serialize(before.ByChain)),
            ("@most", most + 1)
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var now = await HeadsAsync(rows, cancel);
        await rows.NextResultAsync(cancel);
        var people = new HashSet<Guid>();
        while (await rows.ReadAsync(cancel))
        {
            if (rows.KeyOrNull(0) is not { } person || (people.Add(person) && people.Count > most))
            {
                return (now, null);
            }
        }

        return (now, before.ByChain.Any(b => now.ByChain.GetValueOrDefault(b.Key) < b.Value) ? null : people);
    }

    private const string Heads = "select chain, changed_seq from chain_heads";

    private const string SinceOnSqlite = """
        select distinct h.person_id from chain_heads c join history h on h.chain = c.chain and h.seq <= c.changed_seq
        and h.seq > coalesce((select b.value from json_each(@before) b where b.key = c.chain), 0)
        where c.changed_seq > coalesce((select b.value from json_each(@before) b where b.key = c.chain), 0) limit @most
        """;

    private const string SinceOnPostgres = """
        select distinct h.person_id from chain_heads c left join json_each_text(@before::json) b on b.key = c.chain
        join history h on h.chain = c.chain and h.seq > coalesce(b.value::bigint, 0) and h.seq <= c.changed_seq
        where c.changed_seq > coalesce(b.value::bigint, 0) limit @most
        """;

    private static async Task<ChangesRead> HeadsAsync(DbDataReader rows, CancellationToken cancel)
    {
        var heads = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            heads[rows.GetString(0)] = rows.GetInt64(1);
        }

        return new(heads);
    }
}
