using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Web.Keeping;

/// <summary>
/// Takes the content out of rows of history and log that name one young person: what was said and why, and texts searched for. Who, when and what kind stay,
/// under a hash of their own; each chain goes on over the hash that the whole row had, and an event of that chain names what was taken (ADR 41).
/// </summary>
internal sealed class ErasedLedger(DbConnection connection, DbTransaction transaction, Guid person, Guid disposal)
{
    private readonly List<(string Ledger, Guid Row, string Chain, long Seq, byte[] Left)> _rows = [];

    public int History => _rows.Count(r => r.Ledger == "history");

    public int Log => _rows.Count(r => r.Ledger == "access_log");

    /// <param name="names">Texts that name the young person: rows of the log that hold one are emptied.</param>
    public async Task RunAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        var theirs = $"person_id in (select id from people where {PersonTables.People}) or case_id in (select id from cases where person_id in (select id from people where {PersonTables.People}))";
        await ReadAsync(
            $"{LedgerColumns.AllHistory} where ({theirs}) and kind <> @kept and (data <> '{{}}' or why is not null)",
            [("@person", person), ("@kept", HistoryEvent.KindOf(typeof(RecordErased)))],
            r =>
            {
                var row = LedgerColumns.ReadHistory(r);
                (row.Data, row.Why) = ("{}", null);
                return ("history", row.Id, row.Chain, row.Seq, Link.Hash(Link.Genesis, row));
            },
            cancel
        );
        foreach (var name in names.Where(n => n.Length >= 3).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var like = connection is NpgsqlConnection ? "ilike" : "like";
            var text = "%" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            await ReadAsync(
                $"{LedgerColumns.AllAccess} where detail {like} @text escape '\\'",
                [("@text", text)],
                r =>
                {
                    var row = LedgerColumns.ReadAccess(r);
                    row.Detail = "{}";
                    return ("access_log", row.Id, row.Chain, row.Seq, Link.Hash(Link.Genesis, row));
                },
                cancel
            );
        }

        await WriteAsync(cancel);
    }

    /// <summary>What each chain's event names: how many rows, and one hash over all of them.</summary>
    public IEnumerable<(string Chain, int Rows, string Digest)> Chains() =>
        _rows.GroupBy(r => r.Chain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count(), Digest(g.Select(r => (r.Ledger, r.Row, r.Seq, r.Left)))));

    internal static string Digest(IEnumerable<(string Ledger, Guid Row, long Seq, byte[] Left)> rows)
    {
        var text = string.Join('\n', rows.OrderBy(r => r.Seq).Select(r => $"{r.Ledger} {r.Row:D} {r.Seq} {Convert.ToHexStringLower(r.Left)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private async Task ReadAsync(string sql, (string, object?)[] values, Func<DbDataReader, (string, Guid, string, long, byte[])> read, CancellationToken cancel)
    {
        await using var command = connection.Command(sql, values);
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var found = read(row);
            if (!_rows.Any(r => r.Row == found.Item2))
            {
                _rows.Add(found);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var (ledger, row, chain, seq, rest) in _rows)
        {
            await RunAsync(
                "insert into erased_rows (ledger, row_id, chain, seq, disposal_id, rest) values (@ledger, @row, @chain, @seq, @disposal, @rest)",
                cancel,
                ("@ledger", ledger),
                ("@row", row),
                ("@chain", chain),
                ("@seq", seq),
                ("@disposal", disposal),
                ("@rest", rest)
            );
        }

        const string Of = "where id in (select row_id from erased_rows where disposal_id = @disposal and ledger =";
        await RunAsync($"update history set data = '{{}}', why = null {Of} 'history')", cancel, ("@disposal", disposal));
        await RunAsync($"update access_log set detail = '{{}}' {Of} 'access_log')", cancel, ("@disposal", disposal));
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params (string, object?)[] values)
    {
        await using var command = connection.Command(sql, values);
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
