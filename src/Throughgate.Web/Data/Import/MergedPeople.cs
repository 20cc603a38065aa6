namespace Throughgate.Web.Data.Import;

/// <summary>
/// A bundle that still names a record merged into another: its rows come to the one that stays. Of two rows about who somebody is, the one of the record
/// that stays is read; a residence that the merge took out, or that falls into one of the record that stays, is told and left.
/// </summary>
internal sealed class MergedPeople(ImportConnection connection, ImportReport report)
{
    private const string Same = "r.yot = s.\"yot\" and r.from_on = s.\"from\" and r.to_on is not distinct from s.\"to\"";

    public async Task RunAsync(CancellationToken cancel)
    {
        var merged = await connection.TouchedAsync(
            "insert into w_merged (reference, into_reference, into_id) select p.reference, a.reference, a.id from people p join people a on a.id = p.merged_into",
            cancel
        );
        if (merged == 0)
        {
            return;
        }

        await PeopleAsync(cancel);
        await ResidencesAsync(cancel);
        foreach (var file in (string[])["people", "residences", "sentences", "cases"])
        {
            await connection.RunAsync(
                $"update s_{file} set \"person\" = (select m.into_reference from w_merged m where m.reference = s_{file}.\"person\") where \"person\" in (select reference from w_merged)",
                cancel
            );
        }
    }

    private async Task PeopleAsync(CancellationToken cancel) =>
        Counts("people").Left += await connection.TouchedAsync(
            """
            delete from s_people where line in (
                select s.line from s_people s join w_merged m on m.reference = s."person"
                where exists (select 1 from s_people x where x."person" = m.into_reference)
                    or exists (select 1 from s_people x join w_merged o on o.reference = x."person" where o.into_id = m.into_id and x.line < s.line)
            )
            """,
            cancel
        );

    private async Task ResidencesAsync(CancellationToken cancel)
    {
        // What the merge took out stays out.
        var voided = $"""
            select distinct s.line, s."person", m.into_id, s."yot", s."from", s."to",
                case when exists (select 1 from residences r where r.person_id = m.into_id and not r.voided and {Same}) then 1 else 0 end
            from s_residences s join w_merged m on s."person" in (m.reference, m.into_reference)
            where exists (select 1 from residences r where r.person_id = m.into_id and r.voided and {Same})
            """;
        await LeaveAsync(voided, Opposed.Voided, cancel);

        // Of two that fall together the one of the record that stays is read, or the first of those merged.
        var together = """
            select distinct s.line, s."person", m.into_id, s."yot", s."from", s."to", 0
            from s_residences s join w_merged m on m.reference = s."person"
            where exists (
                select 1 from s_residences x left join w_merged o on o.reference = x."person"
                where (x."person" = m.into_reference or (o.into_id = m.into_id and o.reference <> m.reference and x.line < s.line))
                    and s."from" <= coalesce(x."to", '9999-12-31') and x."from" <= coalesce(s."to", '9999-12-31')
            )
            """;
        await LeaveAsync(together, Opposed.Merged, cancel);
    }

    private async Task LeaveAsync(string sql, string ours, CancellationToken cancel)
    {
        var lines = new List<object[]>();
        await connection.ReadAsync(
            sql,
            r =>
            {
                lines.Add([r.GetInt32(0), Guid.Empty]);
                if (r.GetInt32(6) == 0)
                {
                    var theirs = $"{r.GetString(3)}, {Written(r.Day(4))}, {(r.DayOrNull(5) is { } to ? Written(to) : "–")}";
                    report.Conflict(new("residences.csv", r.GetInt32(0), r.GetString(1), "", ours, theirs, r.Key(2)));
                }
            },
            cancel
        );
        if (lines.Count > 0)
        {
            await Staging.FillAsync(connection, "w_rows", lines, cancel);
            Counts("residences").Left += await connection.TouchedAsync("delete from s_residences where line in (select line from w_rows)", cancel);
        }
    }

    private FileCounts Counts(string file) => report.Files.TryGetValue(file, out var counts) ? counts : report.Files[file] = new FileCounts();

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
