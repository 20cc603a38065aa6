using System.Collections.Concurrent;
using System.Data.Common;
using Throughgate.Web.Data;

namespace Throughgate.Bench.Floors;

/// <summary>What the reference page asks of the database: three prepared reads by key and one committed row, on connections that stay open.</summary>
public sealed class ReferenceReads : IDisposable
{
    private const string Person = "select reference, first_name, last_name, date_of_birth from people where id = @person";
    private const string Cases = "select c.id, c.reference, c.referred_on, s.released_on from cases c join sentences s on s.id = c.sentence_id where c.person_id = @person";
    private const string Contacts =
        "select k.held_at, k.kind, k.outcome from cases c join contacts k on k.case_id = c.id where c.person_id = @person order by k.held_at";

    private readonly ConcurrentBag<Line> _free = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Connection _database;
    private readonly Guid _person;

    private ReferenceReads(Connection database, Guid person) => (_database, _person) = (database, person);

    public static async Task<ReferenceReads> PrepareAsync(Connection database, Guid person)
    {
        await using var making = await database.OpenAsync();
        await making.RunAsync("create table if not exists bench_log (id uuid not null primary key, at text not null, what text not null)");
        return new(database, person);
    }

    public void Dispose() => _turn.Dispose();

    public async Task RunAsync()
    {
        var line = _free.TryTake(out var free) ? free : await Line.OpenAsync(_database, _person);
        foreach (var read in line.Reads)
        {
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                _ = rows.GetValue(0);
            }
        }

        // SQLite has one writer: whoever comes later waits here, which is quicker than in its busy handler.
        if (_database.IsSqlite)
        {
            await _turn.WaitAsync();
        }

        try
        {
            line.Write.Parameters["@id"].Value = _database.IsSqlite ? Guid.CreateVersion7().ToByteArray(true) : Guid.CreateVersion7();
            await line.Write.ExecuteNonQueryAsync();
        }
        finally
        {
            if (_database.IsSqlite)
            {
                _turn.Release();
            }
        }

        _free.Add(line);
    }

    private sealed record Line(IReadOnlyList<DbCommand> Reads, DbCommand Write)
    {
        public static async Task<Line> OpenAsync(Connection database, Guid person)
        {
            var connection = await database.OpenAsync();
            var reads = new[] { Person, Cases, Contacts }.Select(sql => connection.Command(sql, ("@person", person))).ToList();
            var write = connection.Command(
                "insert into bench_log (id, at, what) values (@id, @at, @what)",
                ("@id", Guid.CreateVersion7()),
                ("@at", "2010-09-15T12:00:00Z"),
                ("@what", new string('x', 200))
            );
            foreach (var command in reads.Append(write))
            {
                await command.PrepareAsync();
            }

            return new(reads, write);
        }
    }
}
