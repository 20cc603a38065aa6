using System.Data.Common;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;

namespace Throughgate.Tests.History;

/// <summary>R13: what is written stays as it was written, and if it does not, the row is named.</summary>
public sealed class ChainTests
{
    private static readonly Actor Worker = new(Guid.CreateVersion7(), "Siân O’Brien \ud83d\ude00", RoleTable.Worker, "leeds");

    public static TheoryData<Server> Both => TestDatabase.Both;

    public static TheoryData<Server, string, string> Tampering
    {
        get
        {
            var cases = new TheoryData<Server, string, string>();
            foreach (var server in new[] { Server.Sqlite, Server.Postgres })
            {
                cases.Add(server, "update access_log set detail = '{}x' where seq = 4", "row 4 of leeds was changed: access_log");
                cases.Add(server, "update access_log set actor_name = 'Somebody Else' where seq = 2", "row 2 of leeds was changed: access_log");
                cases.Add(server, "update history set data = '{\"name\":\"other\"}' where seq = 6", "row 6 of leeds was changed: history");
                cases.Add(server, "update history set why = 'because' where seq = 3", "row 3 of leeds was changed: history");
                cases.Add(server, "delete from access_log where seq = 5", "row 5 of leeds is missing");
                cases.Add(server, "delete from history where seq >= 6", "row 6 of leeds is missing");
                cases.Add(server, "delete from access_log", "row 1 of leeds is missing");
                cases.Add(server, "update history set seq = 60 where seq = 6; update history set seq = 6 where seq = 3; update history set seq = 3 where seq = 60", "row 3 of leeds was changed: history");
                cases.Add(server, "update access_log set seq = 50 where seq = 5; delete from chain_heads", "row 1 of leeds was added past the chain's head");
                cases.Add(server, "insert into access_log select ID, chain, 7, at, actor_id, actor_name, role, action, outcome, people, detail, hash from access_log where seq = 5", "row 7 of leeds was added past the chain's head");
                cases.Add(server, "update chain_heads set hash = ID32", "the head of leeds does not fit its last row, 6");
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Changes_and_answers_share_one_chain(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await SixRowsAsync(test);

        var state = (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldHaveSingleItem();

        (state.Chain, state.Rows, state.Broken).ShouldBe(("leeds", 6, null));
        await using var db = test.Context();
        db.History.Select(h => h.Seq).Order().ShouldBe([3, 6]);
        var change = db.History.Single(h => h.Seq == 3);
        HistoryEvent.Read(change.Kind, change.Data).ShouldBe(new AccountAdded(Worker.Id!.Value, "Ünïcode \ud83d\ude00", "worker", null));
    }

    [Theory, MemberData(nameof(Tampering))]
    public async Task A_row_that_was_changed_removed_moved_or_added_is_named(Server server, string sql, string named)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await SixRowsAsync(test);
        await using (var connection = await test.Connection.OpenAsync(forMigrations: true))
        {
            await UnlockAsync(connection, server);
            await connection.RunAsync(
                sql.Replace("select ID", server == Server.Sqlite ? "select randomblob(16)" : "select gen_random_uuid()", StringComparison.Ordinal)
                    .Replace("ID32", server == Server.Sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')", StringComparison.Ordinal)
            );
        }

        var state = (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldHaveSingleItem();

        state.Broken.ShouldNotBeNull().ShouldStartWith(named);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Many_writers_at_once_in_several_processes_keep_every_chain_whole(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using var one = new AccessLog(test.Connection);
        await using var other = new AccessLog(test.Connection);
        var schemes = new[] { "leeds", "cardiff", "lewisham" };
        var answers = Enumerable.Range(0, 600).Select(i => (i % 2 == 0 ? one : other).WriteAsync(Answer(schemes[i % 3], $"answer {i}")));
        var changes = Enumerable
            .Range(0, 60)
            .Select(async i =>
            {
                await using var db = test.Context();
                db.Workers.Add(new Worker { Name = $"worker {i}" });
                await db.SaveAsync(Worker with { Scheme = schemes[i % 3] }, TimeProvider.System, new AccountClosed(Guid.Empty, $"change {i}"));
            });

        await Task.WhenAll(answers.Concat(changes));

        var states = await ChainAudit.VerifyAsync(test.Connection).ToListAsync();
        states.ShouldAllBe(s => s.Broken == null);
        states.Sum(s => s.Rows).ShouldBe(660);
        states.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_change_that_fails_leaves_neither_row_nor_event(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using (var db = test.Context())
        {
            db.Workers.AddRange(new Worker { Name = "same" }, new Worker { Name = "same" });
            await Should.ThrowAsync<Exception>(() => db.SaveAsync(Worker, TimeProvider.System, new AccountClosed(Guid.Empty, "x")));
        }

        await using var after = test.Context();
        after.Workers.ShouldBeEmpty();
        after.History.ShouldBeEmpty();
        after.Workers.Add(new Worker { Name = "next" });
        await after.SaveAsync(Worker, TimeProvider.System, new AccountClosed(Guid.Empty, "x"));
        (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldHaveSingleItem().Rows.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_appends_as_it_goes_and_only_if_it_commits(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using var connection = await test.Connection.OpenAsync(forMigrations: true);
        var events = Enumerable.Range(0, 2_500).Select(i => new AccountClosed(Guid.Empty, $"row {i}") { PersonId = Guid.CreateVersion7() });
        foreach (var commit in new[] { false, true })
        {
            await using var transaction = await WriteTurn.BeginAsync(connection);
            (await Ledger.AppendAsync(connection, transaction, Ledger.Imports, Worker, DateTimeOffset.UnixEpoch, events)).ShouldBe(2_500);
            await (commit ? transaction.CommitAsync() : transaction.RollbackAsync());
        }

        var state = (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldHaveSingleItem();
        (state.Rows, state.Broken).ShouldBe((2_500, null));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_bad_row_does_not_refuse_its_neighbours(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        await using var log = new AccessLog(test.Connection);
        var bad = Answer("leeds", "bad");
        bad.Action = null!;
        Task[] written = [log.WriteAsync(Answer("leeds", "one")), log.WriteAsync(bad), log.WriteAsync(Answer("leeds", "two"))];

        await Should.ThrowAsync<LogUnwritableException>(written[1]);
        await Task.WhenAll(written[0], written[2]);

        (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldHaveSingleItem().Rows.ShouldBe(2);
    }

    private static async Task SixRowsAsync(TestDatabase test)
    {
        await using var log = new AccessLog(test.Connection);
        await using var db = test.Context();
        await log.WriteAsync(Answer("leeds", "one"));
        await log.WriteAsync(Answer("leeds", "two"));
        await db.SaveAsync(Worker, TimeProvider.System, new AccountAdded(Worker.Id!.Value, "Ünïcode \ud83d\ude00", "worker", null) { Why = null });
        await log.WriteAsync(Answer("leeds", "four"));
        await log.WriteAsync(Answer("leeds", "five"));
        await db.SaveAsync(Worker, TimeProvider.System, new AccountClosed(Worker.Id.Value, "six") { Why = "left", PersonId = Guid.CreateVersion7() });
    }

    private static AccessRow Answer(string chain, string detail) =>
        new()
        {
            Chain = chain,
            At = TimeProvider.System.GetUtcNow(),
            ActorId = Worker.Id,
            ActorName = Worker.Name,
            Role = Worker.Role,
            Action = "GET /somewhere",
            Outcome = "shown",
            People = $"[\"{Guid.CreateVersion7()}\"]",
            Detail = detail,
            Hash = [],
        };

    // As somebody would who owns the database: the application's own account could not.
    private static async Task UnlockAsync(DbConnection connection, Server server) =>
        await connection.RunAsync(
            server == Server.Sqlite
                ? "drop trigger history_no_update; drop trigger history_no_delete; drop trigger access_log_no_update; drop trigger access_log_no_delete"
                : "alter table history disable trigger all; alter table access_log disable trigger all"
        );
}
