using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>What must hold between rows, of the bundle and of what is held: found by the database over the staged rows, whatever their number.</summary>
internal sealed class SetChecks(ImportConnection connection, Problems problems, IReadOnlySet<string> unread)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var file in BundleFiles.All)
        {
            if (file.Key is { } key)
            {
                await OnceAsync(file, [key.Name], key.Name, $"this {key.Name} is there twice", cancel);
            }
            else if (file.OnceEach.Count > 0)
            {
                var what = file.Name == "offers" ? "this case has another offer on the same day" : "this case has another Asset of the same purpose and day";
                await OnceAsync(file, [file.Owner.Name, .. file.OnceEach], file.OnceEach[0], what, cancel);
            }

            foreach (var link in file.Links.Where(l => l.Link != "workers"))
            {
                await BrokenAsync(file, link, cancel);
            }
        }

        await OverlapsAsync(cancel);
        await SamePersonAsync(cancel);
    }

    private Task OnceAsync(BundleFile file, IReadOnlyList<string> columns, string told, string what, CancellationToken cancel)
    {
        var cells = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var same = string.Join(" and ", columns.Select(c => $"s.\"{c}\" = f.\"{c}\""));
        var given = string.Join(" and ", columns.Select(c => $"\"{c}\" is not null"));
        return connection.ReadAsync(
            $"""
            select s.line, f.line, s."{columns[0]}"
            from (select {cells}, min(line) as line from {file.Stage} where {given} group by {cells} having count(*) > 1) f
            join {file.Stage} s on {same}
            where s.line <> f.line
            order by s.line
            """,
            r => problems.Add(file.FileName, r.GetInt32(0), told, $"{what}: line {r.GetInt32(1)} has {Shown(r.GetString(2))} too", "each once"),
            cancel
        );
    }

    private Task BrokenAsync(BundleFile file, Column link, CancellationToken cancel)
    {
        var target = BundleFiles.Of(link.Link!);
        if (unread.Contains(target.Name))
        {
            return Task.CompletedTask;
        }

        return connection.ReadAsync(
            $"""
            select s.line, s.{link.Quoted}
            from {file.Stage} s
            where s.{link.Quoted} is not null
                and not exists (select 1 from {target.Stage} x where x.{target.Key!.Quoted} = s.{link.Quoted})
                and not exists (select 1 from {target.Table} h where h.reference = s.{link.Quoted})
            order by s.line
            """,
            r => problems.Add(
                file.FileName,
                r.GetInt32(0),
                link.Name,
                $"{Shown(r.GetString(1))} is neither in {target.FileName} nor held",
                $"a {target.Key.Name} that is in {target.FileName} or held"
            ),
            cancel
        );
    }

    private Task OverlapsAsync(CancellationToken cancel) =>
        connection.ReadAsync(
            """
            select line, person, "from", until
            from (
                select line, person, "from", max(coalesce("to", '9999-12-31')) over
                    (partition by person order by "from", line rows between unbounded preceding and 1 preceding) as until
                from s_residences
                where person is not null and "from" is not null
            ) r
            where "from" <= until
            order by line
            """,
            r => problems.Add(
                "residences.csv",
                r.GetInt32(0),
                "from",
                $"{r.Day(2):yyyy-MM-dd} falls in another residence of {Shown(r.GetString(1))}, which runs {(r.Day(3).Year == 9999 ? "to the present" : $"to {r.Day(3):yyyy-MM-dd}")}",
                "periods of one person that do not overlap"
            ),
            cancel
        );

    // A case stands on a sentence of the same person, whichever of the two the bundle brings.
    private async Task SamePersonAsync(CancellationToken cancel)
    {
        await connection.ReadAsync(
            """
            select c.line, c."sentence", coalesce(s."person", p.reference), c."person"
            from s_cases c
            left join s_sentences s on s."sentence" = c."sentence"
            left join sentences h on h.reference = c."sentence" and s.line is null
            left join people p on p.id = h.person_id
            where c."person" <> coalesce(s."person", p.reference)
            order by c.line
            """,
            r => problems.Add(
                "cases.csv",
                r.GetInt32(0),
                "sentence",
                $"{Shown(r.GetString(1))} is a sentence of {Shown(r.GetString(2))}",
                $"a sentence of {Shown(r.GetString(3))}"
            ),
            cancel
        );
        await connection.ReadAsync(
            """
            select s.line, c.reference, p.reference
            from s_sentences s
            join sentences h on h.reference = s."sentence"
            join cases c on c.sentence_id = h.id
            join people p on p.id = c.person_id
            where p.reference <> s."person" and not exists (select 1 from s_cases x where x."case" = c.reference)
            order by s.line
            """,
            r => problems.Add(
                "sentences.csv",
                r.GetInt32(0),
                "person",
                $"the case {Shown(r.GetString(1))} held for this sentence is of {Shown(r.GetString(2))}",
                "the same person, or that case in cases.csv"
            ),
            cancel
        );
    }

    private static string Shown(string text) => CellParser.Shown(System.Text.Encoding.UTF8.GetBytes(text));
}
