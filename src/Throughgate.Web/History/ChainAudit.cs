using System.Data.Common;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History.Anchors;
using Throughgate.Web.Keeping;

namespace Throughgate.Web.History;

/// <summary>How one chain stands: whole up to its head, or broken at a row that is named.</summary>
public sealed record ChainState(string Chain, long Rows, string Head, string? Broken);

/// <summary>
/// Reads history and log again, both tables merged by their number in the chain, and reckons every hash anew. It changes nothing, holds two
/// rows in memory, and may run while others write: rows after the head that it saw first are left to the next run.
/// </summary>
public static class ChainAudit
{
    public static async IAsyncEnumerable<ChainState> VerifyAsync(
        Connection database,
        IReadOnlyList<Anchor>? anchors = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        await using var first = await database.OpenAsync(cancel: cancel);
        await using var second = await database.OpenAsync(cancel: cancel);
        var anchored = (anchors ?? []).ToLookup(a => a.Chain, StringComparer.Ordinal);
        foreach (var chain in (await ChainsAsync(first, cancel)).Union(anchored.Select(a => a.Key), StringComparer.Ordinal))
        {
            yield return await VerifyAsync(first, second, chain, [.. anchored[chain]], cancel);
        }
    }

    private static async Task<ChainState> VerifyAsync(DbConnection first, DbConnection second, string chain, List<Anchor> anchors, CancellationToken cancel)
    {
        var (last, hash) = await HeadAsync(first, chain, cancel);
        var erased = await ErasedRows.ReadAsync(first, chain, cancel);
        var found = await WalkAsync(first, second, chain, last, erased, anchors.Where(a => a.Seq > 0).DistinctBy(a => (a.Seq, a.Hash)).ToLookup(a => a.Seq), cancel);
        var broken = found.Broken;
        broken ??= erased.Unsigned;
        if (broken is null && anchors.MaxBy(a => a.Seq) is { } furthest && furthest.Seq > found.Seq)
        {
            broken = $"rows {found.Seq + 1} to {furthest.Seq} of {chain} are missing: they stood there on {furthest.At:yyyy-MM-dd}, when they were anchored";
        }

        if (broken is null && found.Seq < last)
        {
            broken = $"row {found.Seq + 1} of {chain} is missing: the chain's head says that there are {last}";
        }

        if (broken is null && !found.Hash.AsSpan().SequenceEqual(hash))
        {
            broken = $"the head of {chain} does not fit its last row, {found.Seq}";
        }

        if (broken is null)
        {
            // The highest row first and the head after it: a row appended in between is then under the head.
            var highest = await HighestAsync(first, chain, cancel);
            var (now, _) = await HeadAsync(first, chain, cancel);
            broken = highest > now ? $"row {now + 1} of {chain} was added past the chain's head" : null;
        }

        return new(chain, found.Seq, Convert.ToHexStringLower(found.Hash), broken);
    }

    private static async Task<(long Seq, byte[] Hash, string? Broken)> WalkAsync(
        DbConnection first,
        DbConnection second,
        string chain,
        long last,
        ErasedRows erased,
        ILookup<long, Anchor> anchors,
        CancellationToken cancel
    )
    {
        await using var changes = await RowsAsync(first, LedgerColumns.SelectHistory, chain, cancel);
        await using var answers = await RowsAsync(second, LedgerColumns.SelectAccess, chain, cancel);
        var change = await NextAsync(changes, LedgerColumns.ReadHistory, cancel);
        var answer = await NextAsync(answers, LedgerColumns.ReadAccess, cancel);
        var (seq, hash) = (0L, Link.Genesis);
        while (seq < last && (change is not null || answer is not null))
        {
            var isChange = change is not null && (answer is null || change.Seq <= answer.Seq);
            var (at, table, kept) = isChange ? (change!.Seq, "history", change.Hash) : (answer!.Seq, "access_log", answer.Hash);
            if (at != seq + 1)
            {
                return (seq, hash, at <= seq ? $"row {at} of {chain} stands twice, in {table}" : $"row {seq + 1} of {chain} is missing");
            }

            var reckoned = isChange ? Link.Hash(hash, change!) : Link.Hash(hash, answer!);
            if (isChange)
            {
                erased.Met(change!);
            }

            if (!reckoned.AsSpan().SequenceEqual(kept) && (isChange ? erased.Left(change!) : erased.Left(answer!)))
            {
                reckoned = kept;
            }

            if (!reckoned.AsSpan().SequenceEqual(kept))
            {
                return (seq, hash, $"row {at} of {chain} was changed: {table} {(isChange ? change!.Id : answer!.Id)}");
            }

            if (anchors[at].FirstOrDefault(a => a.Hash != Convert.ToHexStringLower(reckoned)) is { } other)
            {
                return (seq, hash, $"row {at} of {chain} is not the one that was anchored on {other.At:yyyy-MM-dd}: the chain was made anew");
            }

            (seq, hash) = (at, reckoned);
            if (isChange)
            {
                change = await NextAsync(changes, LedgerColumns.ReadHistory, cancel);
            }
            else
            {
                answer = await NextAsync(answers, LedgerColumns.ReadAccess, cancel);
            }
        }

        return (seq, hash, null);
    }

    private static async Task<List<string>> ChainsAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.Command(
            "select chain from chain_heads union select chain from history union select chain from access_log order by 1"
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        var chains = new List<string>();
        while (await row.ReadAsync(cancel))
        {
            chains.Add(row.GetString(0));
        }

        return chains;
    }

    private static async Task<(long Seq, byte[] Hash)> HeadAsync(DbConnection connection, string chain, CancellationToken cancel)
    {
        await using var command = connection.Command("select seq, hash from chain_heads where chain = @chain", ("@chain", chain));
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, Link.Genesis);
    }

    private static async Task<long> HighestAsync(DbConnection connection, string chain, CancellationToken cancel)
    {
        await using var command = connection.Command(
            "select coalesce(max(seq), 0) from (select max(seq) seq from history where chain = @chain union all select max(seq) from access_log where chain = @chain) both_tables",
            ("@chain", chain)
        );
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<DbDataReader> RowsAsync(DbConnection connection, string sql, string chain, CancellationToken cancel)
    {
        // Not disposed here: the reader lives on it, and both end with their connection.
        var command = connection.Command(sql, ("@chain", chain));
        command.CommandTimeout = 0;
        return await command.ExecuteReaderAsync(cancel);
    }

    private static async Task<T?> NextAsync<T>(DbDataReader rows, Func<DbDataReader, T> read, CancellationToken cancel)
        where T : class => await rows.ReadAsync(cancel) ? read(rows) : null;
}
