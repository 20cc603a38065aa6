using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// Somebody of one scheme brings in their own scheme's caseload: no case of another, and nothing about a young person who is held and whom they
/// may not see. A person whom nobody has a case or a home for is anybody's.
/// </summary>
internal sealed class SchemeChecks(ImportConnection connection, Problems problems, string scheme)
{
    private static string YotsOf(string scheme) =>
        Reference.Instance.YotsOfScheme.TryGetValue(scheme, out var yots) ? string.Join(", ", yots.Select(y => $"'{y}'")) : "''";

    public async Task RunAsync(CancellationToken cancel)
    {
        await TellAsync(
            "cases.csv",
            "scheme",
            "select s.line, s.\"scheme\" from s_cases s where s.\"scheme\" <> @scheme order by s.line",
            "is not your scheme",
            scheme,
            cancel
        );
        var theirs = $"""
            (exists (select 1 from cases c where not c.voided and c.person_id = p.id) or exists (select 1 from residences r where not r.voided and r.person_id = p.id and r.yot <> '{Throughgate.Domain.Yots.Elsewhere}'))
            and not exists (select 1 from cases c where not c.voided and c.person_id = p.id and c.scheme = @scheme)
            and not exists (select 1 from residences r where not r.voided and r.person_id = p.id and r.yot in ({YotsOf(scheme)}))
            """;
        foreach (var file in (string[])["people", "residences", "sentences", "cases"])
        {
            await UsedAsync(file, "person", $"join people p on p.reference = s.\"person\" where {theirs}", cancel);
        }

        await UsedAsync("sentences", "sentence", $"join sentences h on h.reference = s.\"sentence\" join people p on p.id = h.person_id where {theirs}", cancel);
        await UsedAsync("contacts", "contact", "join contacts h on h.reference = s.\"contact\" join cases c on c.id = h.case_id where c.scheme <> @scheme", cancel);
        foreach (var file in BundleFiles.All.Where(f => f.Columns.Any(c => c.Name == "case")))
        {
            await UsedAsync(file.Name, "case", "join cases c on c.reference = s.\"case\" where c.scheme <> @scheme", cancel);
        }
    }

    private Task UsedAsync(string file, string column, string rest, CancellationToken cancel) =>
        TellAsync(
            file + ".csv",
            column,
            $"select s.line, s.\"{column}\" from s_{file} s {rest} order by s.line",
            "is in use outside your scheme",
            "a reference of your own caseload",
            cancel
        );

    private Task TellAsync(string file, string column, string sql, string what, string expected, CancellationToken cancel) =>
        connection.ReadAsync(
            sql,
            r => problems.Add(file, r.GetInt32(0), column, $"{CellParser.Shown(System.Text.Encoding.UTF8.GetBytes(r.GetString(1)))} {what}", expected),
            cancel,
            ("@scheme", scheme)
        );
}
