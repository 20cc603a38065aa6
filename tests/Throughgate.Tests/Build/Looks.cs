using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Tests.Build;

/// <summary>A record that somebody opened, as a row of the log.</summary>
public sealed record Looked(Guid Who, string Name, Guid Whose, DateTimeOffset At, string Role = "worker", string Outcome = "shown");

/// <summary>Writes logs of looks, as pages would have.</summary>
public static class Looks
{
    public static async Task WriteAsync(Connection database, IEnumerable<Looked> looks)
    {
        await using var log = new AccessLog(database);
        await Task.WhenAll(
            looks.Select(l =>
                log.WriteAsync(
                    new AccessRow
                    {
                        Chain = "leeds",
                        At = l.At,
                        ActorId = l.Who,
                        ActorName = l.Name,
                        Role = l.Role,
                        Action = "GET /young-people/{id:guid}",
                        Outcome = l.Outcome,
                        People = $"[\"{l.Whose}\"]",
                        Detail = "{}",
                        Hash = [],
                    }
                )
            )
        );
    }
}
