using System.Data.Common;
using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// Files whose rows have references: new rows are inserted at once by the database; rows that are held and differ are looked at one by one, in
/// groups, since what was recorded here is kept, an empty cell wipes nothing out, and a dated change is added to, never overwritten.
/// </summary>
internal sealed class KeyedRows(ImportWork work, BundleFile file)
{
    private const int Together = 10_000;

    private readonly ImportConnection _connection = work.Connection;
    private readonly FileCounts _counts = work.Counts(file);

    public async Task RunAsync(CancellationToken cancel)
    {
        var staged = await _connection.CountAsync($"select count(*) from {file.Stage}", cancel);
        if (staged == 0)
        {
            return;
        }

        var held = await _connection.TouchedAsync(
            $"insert into m_{file.Name} (line, id) select s.line, h.id from {file.Stage} s join {file.Table} h on h.reference = s.{file.Key!.Quoted}",
            cancel
        );
        var unheld = $"left join m_{file.Name} m on m.line = s.line where m.line is null order by s.line";
        _counts.Added = await _connection.TouchedAsync(InsertSql.Insert(file, unheld), cancel, ("@import", work.ImportId));
        for (var i = 0; i < file.Dated.Count; i++)
        {
            await _connection.RunAsync(InsertSql.FirstDated(file.Dated[i].Dated!, file.Dated[i], i + 1), cancel, ("@import", work.ImportId));
        }

        if (held > 0)
        {
            await CompareAsync(cancel);
        }

        _counts.Left += staged - _counts.Added - _counts.Changed;
    }

    private async Task CompareAsync(CancellationToken cancel)
    {
        if (!_connection.IsSqlite)
        {
            await _connection.RunAsync($"create unique index {file.Stage}_line on {file.Stage} (line)", cancel);
            await _connection.RunAsync($"analyze m_{file.Name}", cancel);
        }

        var last = await _connection.CountAsync($"select max(line) from m_{file.Name}", cancel);
        var cells = string.Join(", ", file.Columns.Select(c => "s." + c.Quoted).Concat(file.Columns.Select(c => "h." + c.Quoted)));
        var differ = string.Join(" or ", file.Columns.Where(c => c != file.Key).Select(c => $"s.{c.Quoted} is distinct from h.{c.Quoted}"));
        var sql = $"""
            select s.line, h.id, h.origin, h.person_id, h.case_id, h.voided, {cells}
            from m_{file.Name} m
            join {file.Stage} s on s.line = m.line
            join ({BundleSql.Held(file)}) h on h.id = m.id
            where m.line > @after and m.line <= @upto and (h.voided or {differ})
            order by m.line
            """;
        for (long after = 0; after < last; after += Together)
        {
            var rows = new List<Differing>();
            await _connection.ReadAsync(sql, r => rows.Add(Read(r)), cancel, ("@after", after), ("@upto", after + Together));
            if (rows.Count > 0)
            {
                await DecideAsync(rows, cancel);
            }
        }
    }

    private Differing Read(DbDataReader r) =>
        new(
            r.GetInt32(0),
            r.Key(1),
            r.GetString(2) == Rows.Origins.Recorded,
            r.IsDBNull(3) ? null : r.Key(3),
            r.IsDBNull(4) ? null : r.Key(4),
            r.GetBoolean(5),
            BundleSql.ReadAll(r, 6, file),
            BundleSql.ReadAll(r, 6 + file.Columns.Count, file)
        );

    private async Task DecideAsync(List<Differing> rows, CancellationToken cancel)
    {
        var dated = file.Dated.Count > 0 ? new DatedRows(work, file) : null;
        if (dated is not null)
        {
            await dated.LoadAsync([.. rows.Select(r => (r.Line, r.Id))], cancel);
        }

        var updates = new List<object[]>();
        var changes = new List<RowChange>();
        foreach (var row in rows)
        {
            var reference = row.Theirs[file[file.Key!.Name]]!;
            if (row.Voided && !work.TakeTheirs)
            {
                work.Report.Conflict(new(file.FileName, row.Line, reference, "", Opposed.Voided, null, row.PersonId));
                continue;
            }

            var changed = new List<int>();
            var kept = false;
            var plain = row.Voided;
            for (var i = 0; i < file.Columns.Count; i++)
            {
                if (string.Equals(row.Theirs[i], row.Ours[i], StringComparison.Ordinal))
                {
                    continue;
                }

                var opposed = new Opposed(file.FileName, row.Line, reference, file.Columns[i].Name, row.Ours[i], row.Theirs[i], row.PersonId);
                var isDated = file.Columns[i].Dated is not null;
                if (row.Theirs[i] is null)
                {
                    kept = true;
                    work.Report.KeepKnown(opposed);
                }
                else if (!work.TakeTheirs && (isDated ? dated!.IsRecorded(row.Id, file.Columns[i].Dated!) : row.Recorded))
                {
                    work.Report.Conflict(opposed);
                }
                else
                {
                    changed.Add(i);
                    plain |= !isDated;
                }
            }

            if (kept && changed.Count > 0)
            {
                CheckMerged(row, reference);
            }

            if (changed.Count == 0 && !row.Voided)
            {
                continue;
            }

            _counts.Changed++;
            if (plain)
            {
                updates.Add([row.Line, row.Id]);
            }

            foreach (var i in changed.Where(i => file.Columns[i].Dated is not null))
            {
                dated!.Add(row.Line, row.Id, file.Columns[i], Column(row, "sentenced_on"));
            }

            changes.Add(new(file.Name, reference, row.PersonId, row.CaseId, Pick(row.Ours, changed), Pick(row.Theirs, changed)));
        }

        await Staging.FillAsync(_connection, "w_rows", updates, cancel);
        if (updates.Count > 0)
        {
            await _connection.RunAsync(InsertSql.Update(file), cancel, ("@import", work.ImportId));
        }

        if (dated is not null)
        {
            await dated.WriteAsync(cancel);
        }

        await work.Append(changes, cancel);
    }

    // A row whose empty cells keep what is held must still be a row that could have been imported whole.
    private void CheckMerged(Differing row, string reference)
    {
        var merged = new RowCells(file) { Line = row.Line };
        for (var i = 0; i < file.Columns.Count; i++)
        {
            if ((row.Theirs[i] ?? row.Ours[i]) is { } cell)
            {
                CellParser.Parse(merged, i, System.Text.Encoding.UTF8.GetBytes(cell));
            }
        }

        RowRules.Check(
            merged,
            (column, what, expected) =>
                work.Problems.Add(file.FileName, row.Line, column, $"together with what is held for {reference}, where this row is empty: {what}", expected)
        );
    }

    private string Column(Differing row, string name) => (row.Theirs[file[name]] ?? row.Ours[file[name]])!;

    private Dictionary<string, string?> Pick(string?[] cells, List<int> columns) =>
        columns.ToDictionary(i => file.Columns[i].Name, i => cells[i], StringComparer.Ordinal);

    private sealed record Differing(int Line, Guid Id, bool Recorded, Guid? PersonId, Guid? CaseId, bool Voided, string?[] Theirs, string?[] Ours);
}
