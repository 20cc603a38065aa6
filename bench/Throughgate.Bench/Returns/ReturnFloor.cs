using Throughgate.Domain.Time;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Returns;

/// <summary>The floor of the return over all schemes: the events of a quarter counted by SQL alone, by YOT or scheme, gender, ethnicity and offence.</summary>
internal static class ReturnFloor
{
    private const string Releases = """
        select r.yot, p.gender, p.ethnicity, s.main_offence, count(*), sum(case when exists (
            select 1 from cases c where c.person_id = p.id and greatest(c.plan_agreed_by_person_on, c.plan_agreed_by_yot_on) between @from and @to) then 1 else 0 end)
        from sentences s join people p on p.id = s.person_id
        join residences r on r.person_id = p.id and r.from_on <= s.released_on and (r.to_on is null or r.to_on >= s.released_on)
        where s.released_on between @from and @to and s.kind = 'custodial'
        group by r.yot, p.gender, p.ethnicity, s.main_offence
        """;

    private const string Starts = """
        select c.scheme, p.gender, p.ethnicity, s.main_offence, count(*)
        from cases c join sentences s on s.id = c.sentence_id join people p on p.id = c.person_id
        where s.kind = 'community' and greatest(c.plan_agreed_by_person_on, c.plan_agreed_by_yot_on) between @from and @to
        group by c.scheme, p.gender, p.ethnicity, s.main_offence
        """;

    private const string Closings = """
        select c.scheme, count(distinct c.id), sum(e.hours), count(a.id)
        from cases c left join ete_weeks e on e.case_id = c.id left join assessments a on a.case_id = c.id
        where c.closed_on between @from and @to
        group by c.scheme
        """;

    public static async Task RunAsync(Connection database, FinancialQuarter quarter)
    {
        await using var connection = await database.OpenAsync();
        foreach (var sql in (string[])[Releases, Starts, Closings])
        {
            await using var command = connection.Command(database.IsSqlite ? sql.Replace("greatest(", "max(", StringComparison.Ordinal) : sql, ("@from", quarter.From), ("@to", quarter.To));
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                _ = rows.GetString(0);
            }
        }
    }
}
