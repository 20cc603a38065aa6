using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Access.Accounts;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Rows;
using Throughgate.Web.History;
using Throughgate.Web.History.Anchors;

namespace Throughgate.Tests.History;

/// <summary>R13: signed anchors outside the database find what a chain alone cannot: a cut tail, and a chain made anew.</summary>
[Trait("requirement", "R13")]
public sealed class AnchorTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_cut_tail_is_named_with_the_day_it_was_anchored(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        using var folder = new Folder();
        await WriteAsync(test.Connection, 6);
        await folder.AnchorAsync(test.Connection);
        // Whoever owns the database takes the last two rows away and makes the head fit.
        await AsOwnerAsync(test, server, "delete from access_log where seq > 4", "update chain_heads set seq = 4, hash = (select hash from access_log where seq = 4)");

        (await VerifyAsync(test, [])).Broken.ShouldBeNull();
        (await VerifyAsync(test, await folder.ReadAsync())).Broken.ShouldBe("rows 5 to 6 of leeds are missing: they stood there on 2026-11-23, when they were anchored");
        (await Should.ThrowAsync<RefusedException>(() => folder.AnchorAsync(test.Connection))).Message.ShouldContain("Row 6 of leeds");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_chain_that_was_made_anew_is_not_the_one_that_was_anchored(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        using var folder = new Folder();
        await WriteAsync(test.Connection, 3);
        await folder.AnchorAsync(test.Connection);
        await AsOwnerAsync(test, server, "delete from access_log", "delete from chain_heads");
        await WriteAsync(test.Connection, 4);

        (await VerifyAsync(test, [])).Broken.ShouldBeNull();
        (await VerifyAsync(test, await folder.ReadAsync())).Broken.ShouldNotBeNull().ShouldStartWith("row 3 of leeds is not the one that was anchored on 2026-11-23");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_chain_that_is_gone_altogether_is_named(Server server)
    {
        await using var test = await TestDatabase.CreateAsync(server);
        using var folder = new Folder();
        await WriteAsync(test.Connection, 3);
        await folder.AnchorAsync(test.Connection);
        await AsOwnerAsync(test, server, "delete from access_log", "delete from chain_heads");

        (await VerifyAsync(test, await folder.ReadAsync())).Broken.ShouldNotBeNull().ShouldStartWith("rows 1 to 3 of leeds are missing");
    }

    [Fact]
    public async Task Anchors_of_every_day_agree_with_a_log_that_grew()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        using var folder = new Folder();
        for (var day = 0; day < 4; day++)
        {
            await WriteAsync(test.Connection, 5);
            await folder.AnchorAsync(test.Connection, day);
        }

        var anchors = await folder.ReadAsync();
        anchors.Select(a => a.Seq).ShouldBe([5, 10, 15, 20]);
        (await VerifyAsync(test, anchors)).Broken.ShouldBeNull();
    }

    [Fact]
    public async Task A_line_that_was_changed_taken_out_or_signed_by_another_is_named()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        using var folder = new Folder();
        for (var day = 0; day < 3; day++)
        {
            await WriteAsync(test.Connection, 1);
            await folder.AnchorAsync(test.Connection, day);
        }

        var lines = await File.ReadAllLinesAsync(folder.File.Path);
        foreach (var (changed, where) in new[] { (new[] { lines[0], lines[1].Replace("\tleeds\t2", "\tleeds\t1", StringComparison.Ordinal), lines[2] }, "line 2"), (new[] { lines[0], lines[2] }, "line 2"), (lines[1..], "line 1") })
        {
            await File.WriteAllLinesAsync(folder.File.Path, changed);
            (await Should.ThrowAsync<RefusedException>(folder.ReadAsync)).Message.ShouldContain(where);
        }

        await File.WriteAllLinesAsync(folder.File.Path, lines);
        AnchorFile.MakeKey(folder.File.KeyPath + "2");
        await Should.ThrowAsync<RefusedException>(() => AnchorFile.ReadAsync(folder.File.Path, folder.File.KeyPath + "2.pub"));
    }

    [Fact]
    public async Task The_command_line_makes_a_key_anchors_and_verifies()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        using var folder = new Folder();
        await WriteAsync(test.Connection, 2);
        async Task<(int, string)> CliAsync(params string[] args)
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            return (await CommandLine.RunAsync(args, new Terminal(output, error, TimeProvider.System)), $"{output}{error}");
        }

        var key = folder.File.KeyPath + "-cli";
        (await CliAsync("audit", "key", key)).Item1.ShouldBe(0);
        (await CliAsync("audit", "key", key)).Item1.ShouldBe(1);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await CliAsync("audit", "anchor", "--db", test.Connection.File!, "--anchors", folder.File.Path, "--key", key)).Item2.ShouldContain("\tleeds\t2\t");
        (await CliAsync("audit", "verify", "--db", test.Connection.File!, "--anchors", folder.File.Path, "--key", key + ".pub")).ShouldSatisfyAllConditions(v => v.Item1.ShouldBe(0, v.Item2), v => v.Item2.ShouldContain("whole"));
        await AsOwnerAsync(test, Server.Sqlite, "delete from access_log where seq = 2", "update chain_heads set seq = 1, hash = (select hash from access_log)");
        (await CliAsync("audit", "verify", "--db", test.Connection.File!, "--anchors", folder.File.Path, "--key", key + ".pub")).ShouldSatisfyAllConditions(v => v.Item1.ShouldBe(1), v => v.Item2.ShouldContain("rows 2 to 2 of leeds are missing"));
    }

    [Fact]
    public async Task The_server_anchors_once_each_morning()
    {
        await using var test = await TestDatabase.CreateAsync(Server.Sqlite);
        using var folder = new Folder();
        var clock = new TestClock();
        await WriteAsync(test.Connection, 1);
        var anchoring = new Anchoring(folder.File);
        foreach (var (at, lines) in new[] { ("2026-11-23T05:10:00Z", 1), ("2026-11-23T06:10:00Z", 1), ("2026-11-24T05:10:00Z", 2) })
        {
            clock.Set(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
            await anchoring.MorningAsync(test.Connection, clock, CancellationToken.None);
            (await File.ReadAllLinesAsync(folder.File.Path)).Length.ShouldBe(lines);
        }

        Should.Throw<FormatException>(() => AnchorFile.Of("anchors", null)).Message.ShouldContain("THROUGHGATE_ANCHOR_KEY");
        AnchorFile.Of(null, "").ShouldBeNull();
    }

    private static async Task<ChainState> VerifyAsync(TestDatabase test, IReadOnlyList<Anchor> anchors) => (await ChainAudit.VerifyAsync(test.Connection, anchors).ToListAsync()).ShouldHaveSingleItem();

    private static Task WriteAsync(Connection database, int rows) =>
        Looks.WriteAsync(database, Enumerable.Range(0, rows).Select(i => new Looked(Guid.CreateVersion7(), $"Worker {i}", Guid.CreateVersion7(), TimeProvider.System.GetUtcNow())));

    private static async Task AsOwnerAsync(TestDatabase test, Server server, params string[] all)
    {
        await using var connection = await test.Connection.OpenAsync(forMigrations: true);
        await connection.RunAsync(
            server == Server.Sqlite ? "drop trigger access_log_no_update; drop trigger access_log_no_delete" : "alter table access_log disable trigger all"
        );
        foreach (var sql in all)
        {
            await connection.RunAsync(sql);
        }
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("throughgate-anchors-").FullName;

        public Folder()
        {
            File = new(Path.Combine(_path, "anchors.tsv"), Path.Combine(_path, "key.pem"));
            AnchorFile.MakeKey(File.KeyPath);
        }

        public AnchorFile File { get; }

        public Task<IReadOnlyList<Anchor>> AnchorAsync(Connection database, int day = 0) => File.WriteAsync(database, new(2026, 11, 23 + day, 5, 0, 0, TimeSpan.Zero));

        public Task<IReadOnlyList<Anchor>> ReadAsync() => AnchorFile.ReadAsync(File.Path, File.KeyPath + ".pub");

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
