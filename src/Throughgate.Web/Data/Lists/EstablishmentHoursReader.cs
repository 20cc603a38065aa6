using System.Data.Common;
using System.Globalization;
using Throughgate.Domain.Rules.Releases;

namespace Throughgate.Web.Data.Lists;

/// <summary>Who set something, and why.</summary>
public sealed record SetBy(string By, string Reason);

/// <summary>When education is protected in an establishment: as the scheme set it, or by default.</summary>
public sealed record HoursInForce(string? Establishment, IReadOnlyList<Session> Sessions, SetBy? Set);

public static class EstablishmentHoursReader
{
    public static async Task<HoursInForce> HoursOfAsync(this DbConnection connection, string scheme, string? establishment, CancellationToken cancel = default) =>
        (establishment is null ? null : (await connection.HoursOfAllAsync(scheme, cancel)).GetValueOrDefault(establishment)) ?? new(establishment, VisitHours.Default, null);

    /// <summary>What the scheme has set, by establishment.</summary>
    public static async Task<IReadOnlyDictionary<string, HoursInForce>> HoursOfAllAsync(this DbConnection connection, string scheme, CancellationToken cancel = default)
    {
        await using var command = connection.Command(
            "select establishment, sessions, actor_name, reason from establishment_hours where scheme = @scheme order by set_at, id",
            ("@scheme", scheme)
        );
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var hours = new Dictionary<string, HoursInForce>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            hours[rows.GetString(0)] = new(rows.GetString(0), Read(rows.GetString(1)) ?? [], new(rows.GetString(2), rows.GetString(3)));
        }

        return hours;
    }

    /// <summary>09:00-12:00 13:00-16:00; empty for none; null where it cannot be read.</summary>
    public static IReadOnlyList<Session>? Read(string text)
    {
        var sessions = new List<Session>();
        foreach (var part in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Replace('–', '-').Split('-');
            if (ends.Length != 2 || !Ui.Forms.TimeOfDay.TryRead(ends[0], out var from) || !Ui.Forms.TimeOfDay.TryRead(ends[1], out var to) || to <= from)
            {
                return null;
            }

            sessions.Add(new(from, to));
        }

        return sessions;
    }

    public static string Write(IEnumerable<Session> sessions) =>
        string.Join(' ', sessions.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From:HH:mm}-{s.To:HH:mm}")));
}
