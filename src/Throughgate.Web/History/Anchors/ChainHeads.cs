using System.Data.Common;
using Throughgate.Web.Data;

namespace Throughgate.Web.History.Anchors;

/// <summary>Where the chains stand, for anchoring.</summary>
internal static class ChainHeads
{
    public static async Task<List<(string Chain, long Seq, string Hash)>> ReadAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.Command("select chain, seq, hash from chain_heads order by chain");
        await using var row = await command.ExecuteReaderAsync(cancel);
        var heads = new List<(string, long, string)>();
        while (await row.ReadAsync(cancel))
        {
            heads.Add((row.GetString(0), row.GetInt64(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2))));
        }

        return heads;
    }

    /// <summary>The kept hash of one row of a chain; null where there is none.</summary>
    public static async Task<string?> HashAtAsync(DbConnection connection, string chain, long seq, CancellationToken cancel)
    {
        if (seq == 0)
        {
            return Convert.ToHexStringLower(Link.Genesis);
        }

        await using var command = connection.Command(
            "select hash from history where chain = @chain and seq = @seq union all select hash from access_log where chain = @chain and seq = @seq",
            ("@chain", chain),
            ("@seq", seq)
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0)) : null;
    }
}
