using Throughgate.Web.Data.Bundle;

namespace Throughgate.Web.Data.Import;

/// <summary>
/// Files whose rows have no reference: what is given for a person or case replaces what is held for it, compared as a bag. Owners for whom
/// nothing is held are inserted at once by the database; the others are compared in groups.
/// </summary>
internal sealed class BagRows(ImportWork work, BundleFile file)
{
    private const int OwnersTogether = 500;

    private readonly ImportConnection _connection = work.Connection;
    private readonly FileCounts _counts = work.Counts(file);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await _connection.CountAsync($"select count(*) from {file.Stage}", cancel) == 0)
        {
            return;
        }

        if (file.Columns.Any(c => c.Link == "workers"))
        {
            await _connection.RunAsync(
                """
                insert into workers (id, name)
                select n.key1, n.worker
                from (select s.key1, s.worker, row_number() over (partition by s.worker order by s.line) as n from s_allocations s) n
                where n.n = 1 and not exists (select 1 from workers w where w.name = n.worker)
                """,
                cancel
            );
        }

        var owners = await OwnersAsync(cancel);
        var unheld = owners > 0
            ? $"left join o_{file.Name} o on o.reference = s.{file.Owner.Quoted} where o.n is null order by s.line"
            : "order by s.line";
        _counts.Added = await _connection.TouchedAsync(InsertSql.Insert(file, unheld), cancel, ("@import", work.ImportId));
        if (owners > 0)
        {
            await CompareAsync(owners, cancel);
        }
    }

    // The owners in the bundle for whom rows of this file are held.
    private async Task<long> OwnersAsync(CancellationToken cancel)
    {
        if (await _connection.CountAsync($"select case when exists (select 1 from {file.Table}) then 1 else 0 end", cancel) == 0)
        {
            return 0;
        }

        await _connection.RunAsync($"create index {file.Stage}_owner on {file.Stage} ({file.Owner.Quoted})", cancel);
        await _connection.RunAsync(
            $"""
            insert into o_{file.Name} (n, id, reference)
            select row_number() over (order by x.reference), x.id, x.reference
            from {file.Owner.Link} x
            where exists (select 1 from {file.Stage} s where s.{file.Owner.Quoted} = x.reference)
                and exists (select 1 from {file.Table} t where t.{file.Owner.LinkKey} = x.id)
            """,
            cancel
        );
        await _connection.RunAsync($"create index o_{file.Name}_reference on o_{file.Name} (reference)", cancel);
        if (!_connection.IsSqlite)
        {
            await _connection.RunAsync($"create unique index {file.Stage}_line on {file.Stage} (line)", cancel);
            await _connection.RunAsync($"analyze o_{file.Name}", cancel);
        }

        return await _connection.CountAsync($"select count(*) from o_{file.Name}", cancel);
    }

    private async Task CompareAsync(long owners, CancellationToken cancel)
    {
        var cells = string.Join(", ", file.Columns.Select(c => "s." + c.Quoted));
        var staged = $"select o.n, s.line, {cells} from o_{file.Name} o join {file.Stage} s on s.{file.Owner.Quoted} = o.reference where o.n > @after and o.n <= @upto order by o.n, s.line";
        var held = $"select o.n, h.* from o_{file.Name} o join ({BundleSql.Held(file)}) h on h.owner_id = o.id where o.n > @after and o.n <= @upto order by o.n, h.id";
        for (long after = 0; after < owners; after += OwnersTogether)
        {
            var bags = new SortedDictionary<int, Bag>();
            await _connection.ReadAsync(
                staged,
                r => bags.GetOrNew(r.GetInt32(0)).Theirs.Add(new(r.GetInt32(1), BundleSql.ReadAll(r, 2, file))),
                cancel,
                ("@after", after),
                ("@upto", after + OwnersTogether)
            );
            await _connection.ReadAsync(
                held,
                r => bags.GetOrNew(r.GetInt32(0)).Ours.Add(
                    new(
                        r.Key(1),
                        r.GetString(2) == Rows.Origins.Recorded,
                        !r.IsDBNull(3),
                        r.Key(5),
                        r.IsDBNull(6) ? null : r.Key(6),
                        r.GetBoolean(7),
                        BundleSql.ReadAll(r, 1 + BundleSql.Before, file)
                    )
                ),
                cancel,
                ("@after", after),
                ("@upto", after + OwnersTogether)
            );
            await WriteAsync(bags.Values, cancel);
        }
    }

    private async Task WriteAsync(IEnumerable<Bag> bags, CancellationToken cancel)
    {
        List<object[]> added = [], changed = [], removed = [];
        var changes = new List<RowChange>();
        foreach (var bag in bags)
        {
            var outcome = bag.Compare(file, work);
            _counts.Left += outcome.Left;
            _counts.Added += outcome.Added.Count;
            _counts.Changed += outcome.Changed.Count + outcome.Removed.Count;
            added.AddRange(outcome.Added.Select(r => new object[] { r.Line, Guid.Empty }));
            changed.AddRange(outcome.Changed.Select(c => new object[] { c.Theirs.Line, c.Ours.Id }));
            removed.AddRange(outcome.Removed.Select(r => new object[] { r.Id }));
            changes.AddRange(outcome.Changed.Select(c => Change(c.Ours, c.Theirs)));
            changes.AddRange(outcome.Removed.Select(r => Change(r, null)));
        }

        if (removed.Count > 0)
        {
            await Staging.FillAsync(_connection, "w_removed", removed, cancel);
            await _connection.RunAsync($"delete from {file.Table} where id in (select id from w_removed)", cancel);
        }

        if (changed.Count > 0)
        {
            await Staging.FillAsync(_connection, "w_rows", changed, cancel);
            await _connection.RunAsync(InsertSql.Update(file), cancel, ("@import", work.ImportId));
        }

        if (added.Count > 0)
        {
            await Staging.FillAsync(_connection, "w_rows", added, cancel);
            await _connection.RunAsync(InsertSql.Insert(file, "where s.line in (select line from w_rows)"), cancel, ("@import", work.ImportId));
        }

        await work.Append(changes, cancel);
    }

    private RowChange Change(HeldRow ours, StagedRow? theirs) =>
        new(file.Name, ours.Cells[0]!, ours.PersonId, ours.CaseId, Named(ours.Cells), theirs is null ? null : Named(theirs.Cells));

    private Dictionary<string, string?> Named(string?[] cells) =>
        Enumerable.Range(1, cells.Length - 1).Where(i => cells[i] is not null).ToDictionary(i => file.Columns[i].Name, i => cells[i], StringComparer.Ordinal);
}
