using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughgate.Tests.Build;
using Throughgate.Web.Access;
using Throughgate.Web.Cli;
using Throughgate.Web.Data;
using Throughgate.Web.History;
using Throughgate.Web.History.Aside;
using static Throughgate.Tests.Build.Forms;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.History;

/// <summary>R4: no log, no answer; and the way round it, opened with a reason, is on record and comes into the log afterwards.</summary>
[Trait("requirement", "R4")]
public sealed class AsideTests
{
    public static TheoryData<Server> Both => TestDatabase.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task With_the_log_broken_records_are_read_on_record_and_nothing_is_changed(Server server)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("throughgate-aside-").FullName, "aside.jsonl");
        await using var test = await TestDatabase.CreateAsync(server);
        Guid kai;
        await using (var app = TestApp.On(test, s => s.AddSingleton(new LogAside(file, "Flood in the server room; a boy is released today. Decided by Sam Rowe.", TimeProvider.System))))
        {
            kai = await AYoungPerson().Named("Kai", "Okafor").With(ADto("2026-01-05").With(ACase("leeds"))).SaveAsync(app);
            var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
            var form = await worker.GetAsync($"/young-people/{kai}/contacts/record");
            await BreakAsync(test, "access_log", "access_log_away");

            (await worker.GetAsync($"/young-people/{kai}")).ShouldSatisfyAllConditions(p => p.Status.ShouldBe(200), p => p.Body.ShouldContain("Okafor"));
            (await worker.SendAgainAsync(form, $"/young-people/{kai}/contacts/record", ("Kind", "appointment"))).Status.ShouldBeGreaterThanOrEqualTo(500);
            (await worker.GetAsync("/young-people")).Status.ShouldBe(200);
        }

        await BreakAsync(test, "access_log_away", "access_log");
        await using (var db = test.Context())
        {
            (await db.Contacts.AnyAsync()).ShouldBeFalse();
        }

        var lines = AsideFile.Read(file).Lines;
        lines[0].Why.ShouldNotBeNull().ShouldContain("Decided by Sam Rowe");
        lines.Count(l => l.Row is not null).ShouldBeGreaterThanOrEqualTo(2);
        (await TakeIn.RunAsync(test.Connection, file, Actor.CommandLine, TimeProvider.System)).ShouldBe(lines.Count - 1);
        await using var after = test.Context();
        (await after.AccessLog.CountAsync(r => r.Detail.Contains("\"aside\"") && r.People.Contains(kai.ToString()))).ShouldBeGreaterThanOrEqualTo(1);
        (await after.History.SingleAsync(h => h.Kind == "log_taken_in")).Why.ShouldNotBeNull().ShouldContain("Flood");
        (await ChainAudit.VerifyAsync(test.Connection).ToListAsync()).ShouldAllBe(s => s.Broken == null);
        (await Should.ThrowAsync<RefusedException>(() => TakeIn.RunAsync(test.Connection, file, Actor.CommandLine, TimeProvider.System))).Message.ShouldContain("before");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_it_nothing_is_shown(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        var kai = await AYoungPerson().Named("Kai", "Okafor").With(ADto("2026-01-05").With(ACase("leeds"))).SaveAsync(app);
        var worker = await app.SignInAsync(RoleTable.Worker, "leeds");
        await using (var connection = await app.Connection.OpenAsync(forMigrations: true))
        {
            await connection.RunAsync("alter table access_log rename to access_log_away");
        }

        foreach (var path in new[] { $"/young-people/{kai}", "/young-people", "/today", "/release" })
        {
            (await worker.GetAsync(path)).ShouldSatisfyAllConditions(p => p.Status.ShouldBe(503, path), p => p.Body.ShouldNotContain("Okafor"));
        }
    }

    [Fact]
    public async Task A_file_that_was_changed_is_not_taken_in()
    {
        var folder = Directory.CreateTempSubdirectory("throughgate-aside-").FullName;
        var file = Path.Combine(folder, "aside.jsonl");
        var aside = new LogAside(file, "why", TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            aside.Write(new() { Chain = "leeds", ActorName = "Priya", Role = "worker", Action = "GET /", Outcome = "shown", People = "[]", Detail = "{}", Hash = [] });
        }

        var lines = await File.ReadAllLinesAsync(file);
        lines.Length.ShouldBe(4);
        foreach (var (changed, where) in new[] { ([lines[0], lines[1].Replace("Priya", "Somebody", StringComparison.Ordinal), lines[2]], "line 3"), (new[] { lines[0], lines[2] }, "line 2"), ([lines[0], lines[1][..20]], "line 2") })
        {
            await File.WriteAllLinesAsync(file, changed);
            Should.Throw<FormatException>(() => AsideFile.Read(file)).Message.ShouldContain(where);
        }

        Should.Throw<FormatException>(() => LogAside.Of(new ConfigurationOf("THROUGHGATE_LOG_ASIDE", file).Build(), TimeProvider.System)).Message.ShouldContain("must say why");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task BreakAsync(TestDatabase test, string from, string to)
    {
        await using var connection = await test.Connection.OpenAsync(forMigrations: true);
        await connection.RunAsync($"alter table {from} rename to {to}");
    }

    private sealed class ConfigurationOf(string name, string value)
    {
        public Microsoft.Extensions.Configuration.ConfigurationManager Build() =>
            new Microsoft.Extensions.Configuration.ConfigurationManager { [name] = value };
    }
}
