using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughgate.Domain.Access;

namespace Throughgate.Web.Data;

/// <summary>
/// A session with its account as it is now. <c>Stands</c>: the account is open and its stamp is the one of the sign-in. <c>HasSecond</c>: the account has a
/// second factor that counts.
/// </summary>
public sealed record LiveSession(
    DateTimeOffset StartedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? EndedAt,
    bool Stands,
    Guid SessionId,
    string Proof,
    bool HasSecond,
    Guid AccountId,
    string Name,
    string Role,
    Guid? WorkerId,
    string? Memberships,
    bool SomeRestricted,
    bool HoldsGlass,
    bool SomeUndisclosed,
    DateTimeOffset? ProvedAt = null
);

/// <summary>Read at every request, so in plain SQL; the connection stays open for the page's own reads.</summary>
public static class SessionReads
{
    private const string Query = """
        select s.started_at, s.seen_at, s.ended_at, s.stamp = a.security_stamp and a.closed_at is null and (a.closes_on is null or a.closes_on > @today),
            s.id, s.proof, exists (select 1 from authenticators f where f.account_id = a.id) or exists (select 1 from passkeys k where k.account_id = a.id),
            a.id, a.display_name, a.role, a.worker_id,
            (select string_agg(m.kind || ':' || m.of_what, ';') from memberships m where m.account_id = a.id and m.from_on <= @today and (m.to_on is null or m.to_on >= @today)),
            exists (select 1 from restrictions r where r.lifted_at is null),
            exists (select 1 from glass_broken g where g.account_id = a.id and g.until_at > @now),
            exists (select 1 from not_disclosed d where d.lifted_at is null),
            s.proved_at
        from sessions s join accounts a on a.id = s.account_id
        where s.key_hash = @key
        """;

    /// <summary>Tells a guarded connection who reads (migration 0034). Forgotten when the connection goes back.</summary>
    public static async Task SayWhoAsync(this Db db, Viewer viewer, DateOnly today, DateTimeOffset now)
    {
        (string Name, string Value)[] settings =
        [
            ("sees", viewer.Sees.ToString()),
            ("account", viewer.Account.ToString()),
            ("worker", viewer.Worker?.ToString() ?? ""),
            ("scheme", viewer.Scheme ?? ""),
            ("whole", viewer.WholeScheme ? "on" : "off"),
            ("yots", string.Join(';', viewer.Yots)),
            ("establishments", string.Join(';', viewer.Establishments)),
            ("partner", viewer.Partner?.ToString() ?? ""),
            ("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("released", NeedToKnow.EarliestRelease(today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("now", now.ToString("O", CultureInfo.InvariantCulture)),
            ("seen", ""),
            ("seen_case", ""),
        ];
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().Command(
            $"select {string.Join(", ", settings.Select(s => $"set_config('tg.{s.Name}', @{s.Name}, false)"))}",
            [.. settings.Select(s => ($"@{s.Name}", (object?)s.Value))]
        );
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<LiveSession?> LiveSessionAsync(this Db db, byte[] keyHash, DateOnly today, DateTimeOffset now)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().Command(Query, ("@key", keyHash), ("@today", today), ("@now", now));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new(
                row.Instant(0),
                row.Instant(1),
                row.IsDBNull(2) ? null : row.Instant(2),
                row.GetBoolean(3),
                row.Key(4),
                row.GetString(5),
                row.GetBoolean(6),
                row.Key(7),
                row.GetString(8),
                row.GetString(9),
                row.KeyOrNull(10),
                row.TextOrNull(11),
                row.GetBoolean(12),
                row.GetBoolean(13),
                row.GetBoolean(14),
                row.IsDBNull(15) ? null : row.Instant(15)
            )
            : null;
    }
}
