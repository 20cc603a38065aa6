using System.Data.Common;
using Throughgate.Web.Access;
using Throughgate.Web.Data.Rows;

namespace Throughgate.Web.History;

/// <summary>The one append path of history and log.</summary>
public static class Ledger
{
    /// <summary>The chain of whole-bundle imports: a long import then does not hold up the log of a scheme.</summary>
    public const string Imports = "imports";

    /// <summary>
    /// Appends events inside the caller's own transaction, as they come: memory stays small however many there are. The chain stays
    /// locked until that transaction ends. Returns how many were written.
    /// </summary>
    public static async Task<long> AppendAsync(
        DbConnection connection,
        DbTransaction transaction,
        string chain,
        Actor actor,
        DateTimeOffset at,
        IAsyncEnumerable<HistoryEvent> events,
        CancellationToken cancel = default
    )
    {
        await using var writer = await ChainWriter.OpenAsync(connection, transaction, chain, cancel);
        long count = 0;
        await foreach (var happened in events.WithCancellation(cancel))
        {
            await writer.AddAsync(Row(happened, actor, at), cancel);
            count++;
        }

        await writer.CloseAsync(cancel);
        return count;
    }

    public static Task<long> AppendAsync(
        DbConnection connection,
        DbTransaction transaction,
        string chain,
        Actor actor,
        DateTimeOffset at,
        IEnumerable<HistoryEvent> events,
        CancellationToken cancel = default
    ) => AppendAsync(connection, transaction, chain, actor, at, events.ToAsyncEnumerable(), cancel);

    internal static HistoryRow Row(HistoryEvent happened, Actor actor, DateTimeOffset at) =>
        new()
        {
            Chain = "",
            At = at,
            ActorId = actor.Id,
            ActorName = Link.Text(actor.Name),
            Kind = happened.Kind,
            PersonId = happened.PersonId,
            CaseId = happened.CaseId,
            ImportId = happened.ImportId,
            Why = happened.Why is { } why ? Link.Text(why) : null,
            Data = Link.Text(happened.Json),
            Hash = [],
        };
}
