using Throughgate.Domain.Time;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Figures;

/// <summary>
/// The floor of the figures of performance: the same events by SQL alone, of one scheme or of all, month by month over a run of days. It counts releases (offered,
/// started, met, told, an address in time, in education a month after), offers by answer, contacts by outcome, hours, closings by reason and change of Asset; no duty,
/// no indicator of residents, no people behind a number.
/// </summary>
internal static class FiguresFloor
{
    private const string Releases = """
        select c.scheme, {0}, count(*),
            sum(case when exists (select 1 from offers o where o.case_id = c.id and o.offered_on <= s.released_on) then 1 else 0 end),
            sum(case when greatest(c.plan_agreed_by_person_on, c.plan_agreed_by_yot_on) <= s.released_on then 1 else 0 end),
            sum(case when exists (select 1 from contacts k where k.case_id = c.id and k.counts_as = 'gate' and k.outcome = 'attended' and k.held_at >= s.released_on and k.held_at < {5}) then 1 else 0 end),
            sum(case when exists (select 1 from accommodation_spells a where a.case_id = c.id and a.told_on <= s.released_on) then 1 else 0 end),
            sum(case when exists (select 1 from accommodation_spells a where a.case_id = c.id and a.confirmed_on <= {1}) then 1 else 0 end),
            sum(case when exists (select 1 from ete_weeks e where e.case_id = c.id and e.hours > 0 and e.week_on between {2} and {3}) then 1 else 0 end)
        from sentences s join cases c on c.sentence_id = s.id
        where s.kind = 'custodial' and s.released_on between @from and @to {4}
        group by c.scheme, {0}
        """;

    private const string Offers = "select c.scheme, o.answer, count(*) from offers o join cases c on c.id = o.case_id where o.offered_on between @from and @to {4} group by c.scheme, o.answer";

    private const string Contacts = "select c.scheme, k.outcome, count(*) from contacts k join cases c on c.id = k.case_id where k.held_at between @from and @to {4} group by c.scheme, k.outcome";

    private const string Hours = "select c.scheme, count(*), sum(e.hours) from ete_weeks e join cases c on c.id = e.case_id where e.week_on between @from and @to {4} group by c.scheme";

    private const string Closings = "select c.scheme, c.closing_reason, count(*), count(a.id) from cases c left join assessments a on a.case_id = c.id where c.closed_on between @from and @to {4} group by c.scheme, c.closing_reason";

    public static async Task RunAsync(Connection database, string? scheme, DateRange days)
    {
        await using var connection = await database.OpenAsync();
        foreach (var sql in (string[])[Releases, Offers, Contacts, Hours, Closings])
        {
            var text = Written(sql, database.IsSqlite, scheme is not null);
            await using var command = scheme is null
                ? connection.Command(text, ("@from", days.From), ("@to", days.To!.Value))
                : connection.Command(text, ("@from", days.From), ("@to", days.To!.Value), ("@scheme", scheme));
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                _ = rows.GetString(0);
            }
        }
    }

    private static string Written(string sql, bool sqlite, bool one)
    {
        var (month, before, after, later, next) = sqlite
            ? ("substr(s.released_on, 1, 7)", "date(s.released_on, '-14 day')", "date(s.released_on, '+28 day')", "date(s.released_on, '+42 day')", "date(s.released_on, '+1 day')")
            : ("date_trunc('month', s.released_on)", "s.released_on - 14", "s.released_on + 28", "s.released_on + 42", "s.released_on + 1");
        var text = sql.Replace("{0}", month, StringComparison.Ordinal)
            .Replace("{1}", before, StringComparison.Ordinal)
            .Replace("{2}", after, StringComparison.Ordinal)
            .Replace("{3}", later, StringComparison.Ordinal)
            .Replace("{5}", next, StringComparison.Ordinal)
            .Replace("{4}", one ? "and c.scheme = @scheme" : "", StringComparison.Ordinal);
        return sqlite ? text.Replace("greatest(", "max(", StringComparison.Ordinal) : text;
    }
}
