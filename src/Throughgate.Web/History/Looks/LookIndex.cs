using System.Data.Common;
using System.Globalization;
using Throughgate.Web.Data;

namespace Throughgate.Web.History.Looks;

/// <summary>
/// The log by young person. Caught up before it is read, and every morning, in small transactions: whoever waits for an answer does not wait for this. It
/// can be thrown away and made anew, since it says nothing that the log does not say.
/// </summary>
public static class LookIndex
{
    private const int AtOnce = 5_000;

    private const string OnSqlite =
        """
        insert into looks (shown_id, chain, seq, actor_id, at, alone)
        select unhex(replace(p.value, '-', '')), l.chain, l.seq, l.actor_id, l.at, json_array_length(l.people) = 1 and l.action like '%{%'
        from access_log l, json_each(case when json_valid(l.people) then l.people else '[]' end) p
        where l.chain = @chain and l.seq > @from and l.seq <= @to and l.people <> '[]' and length(p.value) = 36
        on conflict do nothing
        """;

    private const string OnPostgres =
        """
        insert into looks (shown_id, chain, seq, actor_id, at, alone)
        select p.value::uuid, l.chain, l.seq, l.actor_id, l.at, jsonb_array_length(l.people::jsonb) = 1 and l.action like '%{%'
        from access_log l, jsonb_array_elements_text(l.people::jsonb) p
        where l.chain = @chain and l.seq > @from and l.seq <= @to and l.people <> '[]' and length(p.value) = 36
        on conflict do nothing
        """;

    /// <summary>Every chain, or the one named. Returns how many rows of the log were read.</summary>
    public static async Task<long> CatchUpAsync(Connection database, string? chain = null, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel: cancel);
        long read = 0;
        foreach (var (name, from, to) in await BehindAsync(connection, chain, cancel))
        {
            for (var at = from; at < to; at += AtOnce)
            {
                await TakeAsync(connection, name, at, Math.Min(at + AtOnce, to), cancel);
            }

            read += to - from;
        }

        return read;
    }

    /// <summary>Throws it away and makes it anew.</summary>
    public static async Task<long> AnewAsync(Connection database, CancellationToken cancel = default)
    {
        await using (var connection = await database.OpenAsync(cancel: cancel))
        using (await WriteTurn.TakeAsync(connection, cancel))
        {
            await using var transaction = await WriteTurn.BeginAsync(connection, cancel);
            foreach (var sql in new[] { "delete from looks", "delete from looks_read" })
            {
                await using var command = connection.Command(sql);
                command.Transaction = transaction;
                await command.ExecuteNonQueryAsync(cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        return await CatchUpAsync(database, null, cancel);
    }

    private static async Task TakeAsync(DbConnection connection, string chain, long from, long to, CancellationToken cancel)
    {
        using var turn = await WriteTurn.TakeAsync(connection, cancel);
        await using var transaction = await WriteTurn.BeginAsync(connection, cancel);
        var take = connection is Npgsql.NpgsqlConnection ? OnPostgres : OnSqlite;
        const string Mark =
            "insert into looks_read (chain, seq) values (@chain, @to) on conflict (chain) do update set seq = case when excluded.seq > looks_read.seq then excluded.seq else looks_read.seq end";
        foreach (var sql in new[] { take, Mark })
        {
            await using var command = connection.Command(sql, ("@chain", chain), ("@from", from), ("@to", to));
            command.Transaction = transaction;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<List<(string Chain, long From, long To)>> BehindAsync(DbConnection connection, string? chain, CancellationToken cancel)
    {
        await using var command = connection.Command(
            "select h.chain, coalesce(r.seq, 0), h.seq from chain_heads h left join looks_read r on r.chain = h.chain where h.seq > coalesce(r.seq, 0) order by h.chain"
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        var behind = new List<(string, long, long)>();
        while (await row.ReadAsync(cancel))
        {
            if (chain is null || row.GetString(0) == chain)
            {
                behind.Add((row.GetString(0), Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture), row.GetInt64(2)));
            }
        }

        return behind;
    }
}
