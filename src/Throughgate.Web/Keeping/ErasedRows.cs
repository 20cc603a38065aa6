using System.Data.Common;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Keeping;

/// <summary>
/// What was erased of one chain, for the verifier: an emptied row is right where its rest is the one that was noted, and where an event of the same chain names
/// all that went with it.
/// </summary>
internal sealed class ErasedRows
{
    private readonly Dictionary<Guid, (string Ledger, long Seq, Guid Disposal, byte[] Noted)> _rows = [];
    private readonly Dictionary<Guid, string> _signed = [];
    private string _chain = "";

    public static async Task<ErasedRows> ReadAsync(DbConnection connection, string chain, CancellationToken cancel)
    {
        var erased = new ErasedRows { _chain = chain };
        await using var command = connection.Command("select ledger, row_id, seq, disposal_id, rest from erased_rows where chain = @chain", ("@chain", chain));
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            erased._rows[row.Key(1)] = (row.GetString(0), row.GetInt64(2), row.Key(3), row.GetFieldValue<byte[]>(4));
        }

        return erased;
    }

    /// <summary>Takes note of an event that names erased rows.</summary>
    public void Met(HistoryRow row)
    {
        if (row.Kind == HistoryEvent.KindOf(typeof(RecordErased)))
        {
            var erased = (RecordErased)HistoryEvent.Read(row.Kind, row.Data);
            _signed[erased.Disposal] = erased.Digest;
        }
    }

    /// <summary>Whether this is what was left of an erased row.</summary>
    public bool Left(HistoryRow row) => row.Data == "{}" && row.Why is null && Is(row.Id, "history", Link.Hash(Link.Genesis, row));

    public bool Left(AccessRow row) => row.Detail == "{}" && Is(row.Id, "access_log", Link.Hash(Link.Genesis, row));

    /// <summary>The first row that was emptied without an event that names it; null where all are named.</summary>
    public string? Unsigned =>
        _rows.Values
            .GroupBy(r => r.Disposal)
            .Where(g => ErasedLedger.Digest(_rows.Where(r => r.Value.Disposal == g.Key).Select(r => (r.Value.Ledger, r.Key, r.Value.Seq, r.Value.Noted))) != _signed.GetValueOrDefault(g.Key))
            .Select(g => $"row {g.Min(r => r.Seq)} of {_chain} was emptied, and no event of the chain says so")
            .FirstOrDefault();

    private bool Is(Guid row, string ledger, byte[] rest) => _rows.TryGetValue(row, out var noted) && noted.Ledger == ledger && noted.Noted.AsSpan().SequenceEqual(rest);
}
