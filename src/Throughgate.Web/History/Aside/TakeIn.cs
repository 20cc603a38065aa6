using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Ui.Language;

namespace Throughgate.Web.History.Aside;

/// <summary>Rows that were written aside while the log could not be written stand in it now.</summary>
/// <param name="Last">Hash of the file's last line: keep the file, and it can be compared.</param>
public sealed record LogTakenIn(string File, int Rows, string Last) : HistoryEvent, ITold
{
    public string Tell(Words words) => words["{0} rows of the log that were written aside were taken in: {1}", Rows, Why ?? ""];
}

/// <summary>Brings what was written aside into the chains, each row with its own time and where it was; once.</summary>
public static class TakeIn
{
    public static async Task<int> RunAsync(Connection database, string file, Actor actor, TimeProvider time, CancellationToken cancel = default)
    {
        var (lines, hash) = AsideFile.Read(file);
        var rows = lines.Index().Where(l => l.Item.Row is not null).ToList();
        var why = string.Join("; ", lines.Where(l => l.Why is not null).Select(l => $"{l.At:yyyy-MM-dd HH:mm}Z {l.Why}"));
        await using var connection = await database.OpenAsync(cancel: cancel);
        using var turn = await WriteTurn.TakeAsync(connection, cancel);
        await using var transaction = await WriteTurn.BeginAsync(connection, cancel);
        await MarkAsync(connection, transaction, lines.Count == 0 ? hash : AsideFile.HashOf(JsonSerializer.Serialize(lines[0], AsideFile.Shape)), rows.Count, cancel);
        foreach (var chain in rows.GroupBy(r => r.Item.Row!.Chain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await using var writer = await ChainWriter.OpenAsync(connection, transaction, chain.Key, cancel);
            foreach (var (index, line) in chain)
            {
                var row = line.Row!;
                var detail = JsonNode.Parse(row.Detail)?.AsObject() ?? [];
                detail["aside"] = (index + 1).ToString(CultureInfo.InvariantCulture);
                row.Detail = Link.Text(detail.ToJsonString(AsideFile.Shape));
                await writer.AddAsync(row, cancel);
            }

            await writer.CloseAsync(cancel);
        }

        await Ledger.AppendAsync(connection, transaction, Actor.National, actor, time.GetUtcNow(), [new LogTakenIn(Path.GetFileName(file), rows.Count, hash) { Why = why }], cancel);
        await transaction.CommitAsync(cancel);
        return rows.Count;
    }

    /// <summary>The first line names the file: it holds its reason and its instant.</summary>
    private static async Task MarkAsync(DbConnection connection, DbTransaction transaction, string first, int rows, CancellationToken cancel)
    {
        await using var command = connection.Command(
            "insert into marks (name, value) values (@name, @rows) on conflict do nothing",
            ("@name", $"log taken in {first}"),
            ("@rows", rows.ToString(CultureInfo.InvariantCulture))
        );
        command.Transaction = transaction;
        if (await command.ExecuteNonQueryAsync(cancel) == 0)
        {
            throw new RefusedException("This file was taken in before. Nothing was written.");
        }
    }
}
