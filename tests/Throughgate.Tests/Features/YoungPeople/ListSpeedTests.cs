using Throughgate.Web;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Throughgate.Tests.Build;
using Throughgate.Tests.Build.Lives;
using Throughgate.Web.Access;
using Throughgate.Web.Data;
using Throughgate.Web.Data.Lists;
using static Throughgate.Tests.Build.Lives.Life;

namespace Throughgate.Tests.Features.YoungPeople;

/// <summary>Few round trips, no table of people read from end to end, and pages that neither lose nor repeat anybody.</summary>
public sealed class ListSpeedTests(LeedsCaseload leeds)
{
    private static readonly string[] Log = ["seq, hash from chain_heads", "update chain_heads", "access_log", "pg_advisory", "set_config"];

    [Fact]
    public async Task A_page_takes_at_most_four_round_trips_besides_the_log_and_two_or_four_where_its_list_is_known()
    {
        // Today asks besides where the last quarter's return stands, and for actions of reviews of progress.
        await using var database = await LeedsCaseload.MakeAsync(Server.Postgres);
        var (app, browser) = await LeedsCaseload.SignInAsync(database);
        await using var _ = app;
        var search = (await browser.SubmitAsync("/young-people", "/young-people/search", ("q", "evans"))).Location!;
        foreach (var path in new[] { "/young-people", "/young-people?show=closed", search, "/young-people/not-on-the-books", "/release", "/today" })
        {
            await browser.GetAsync(path);
            var counted = await RoundTripsAsync(app, () => browser.GetAsync(path));
            counted.Count.ShouldBeInRange(2, path switch { "/young-people" or "/release" => 2, _ => 4 }, $"{path}:\n{string.Join("\n---\n", counted)}");
        }

        // A day nobody has asked for yet: who asks, how far history has come, whom, their records; for those held their cases besides.
        (await RoundTripsAsync(app, () => browser.GetAsync("/young-people?on=2010-08-02"))).Count.ShouldBe(4);
        (await RoundTripsAsync(app, () => browser.GetAsync("/today?on=2010-08-02"))).Count.ShouldBe(4); // who asks, how far history has come, who is away and what is new, actions of reviews of progress
        (await RoundTripsAsync(app, () => browser.GetAsync("/release?on=2010-08-02"))).Count.ShouldBe(5);
    }

    private static async Task<List<string>> RoundTripsAsync(TestApp app, Func<Task<TestAnswer>> ask)
    {
        var counted = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (a.GetTagItem("db.query.text") is string sql && !Log.Any(sql.Contains) && a.GetTagItem("db.namespace")?.ToString() == new Npgsql.NpgsqlConnectionStringBuilder(app.Connection.Text).Database)
                {
                    lock (counted)
                    {
                        counted.Add(sql);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        (await ask()).Status.ShouldBe(200);
        return counted;
    }

    [Fact]
    public async Task No_list_reads_a_table_of_people_from_end_to_end()
    {
        await using var db = (await leeds.OnAsync(Server.Sqlite)).Context();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var statements = new List<string>();
        raw.sqlite3_trace(connection.Handle, (_, sql) => statements.Add(sql), null);
        var actor = new Actor(Guid.CreateVersion7(), "", RoleTable.Worker, "leeds");
        var calendar = SampleBundle.Calendar;
        var lists = new SchemeLists(db, new Visible(db, actor, new Seen(), new London(TimeProvider.System), TimeProvider.System), actor, calendar, new KeptLists());
        var on = Day(LeedsCaseload.Today);
        await lists.TeamDayAsync(await lists.OpenAsync(on, default), on);
        await lists.ClosedAsync(on, new(ClosedOrder.LastClosedFirst, 1, 25, Guid.CreateVersion7(), true), default);
        (await lists.FoundAsync(on, "evans", 1, 25, default)).Total.ShouldBe(1);
        await lists.NotOnTheBooksAsync(on, default);
        await lists.HeldAsync(on, default);
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace?)null, null);

        statements.Count.ShouldBeGreaterThan(20);
        var scans = new List<string>();
        foreach (var sql in statements.Distinct())
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = $"explain query plan {sql}";
            await using var plan = await explain.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                var step = plan.GetString(3);
                if (step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal) && !step.Contains("SUBQUERY", StringComparison.Ordinal)
                    && step != "SCAN chain_heads"
                    && !(step.StartsWith("SCAN u", StringComparison.Ordinal) && step[6..].All(char.IsAsciiDigit)) // the scheme's own people, found by indexes
                    && !step.EndsWith("USING INDEX restrictions_live", StringComparison.Ordinal) // few: one a restricted record
                    && !step.EndsWith("USING INDEX not_disclosed_live", StringComparison.Ordinal)
                    && !step.StartsWith("SCAN (", StringComparison.Ordinal))
                {
                    scans.Add($"{step}: {sql}");
                }
            }
        }

        scans.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Pages_of_a_list_lose_and_repeat_nobody(Server server)
    {
        await using var app = await TestApp.StartAsync(server);
        await using (var db = app.Context())
        {
            for (var i = 0; i < 51; i++)
            {
                await AYoungPerson().Named("Same", "Name").With(AYro("2010-01-01").EndsOn("2030-01-01").With(ACase())).SaveAsync(db);
                await AYoungPerson().Named("Gone", "Name").With(AYro("2009-01-01").EndsOn("2010-01-01").With(ACase().AgreedOn("2009-01-02").ClosedOn("2010-01-01"))).SaveAsync(db);
            }
        }

        app.Clock.Set(new DateTimeOffset(2010, 9, 15, 12, 0, 0, TimeSpan.Zero));
        var browser = await app.SignInAsync(RoleTable.Manager, "leeds");
        var found = (await browser.SubmitAsync("/young-people", "/young-people/search", ("q", "name same"))).Location! + "&";
        foreach (var (list, total) in new[] { ("/young-people?", 51), ("/young-people?show=closed&", 51), (found, 51) })
        {
            var seen = new List<string>();
            foreach (var page in new[] { 1, 2, 3 })
            {
                var answer = await browser.GetAsync($"{list}page={page}");
                var shown = answer.Page.QuerySelectorAll(".tg-list__who > a").Select(a => a.GetAttribute("href")!).ToList();
                shown.Count.ShouldBe(page < 3 ? 25 : 1);
                answer.Texts("#count")[0].ShouldStartWith("51 young people, page");
                seen.AddRange(shown);
            }

            seen.Distinct().Count().ShouldBe(total);
            var beyond = await browser.GetAsync($"{list}page=99");
            beyond.Page.QuerySelectorAll(".tg-list__who > a").Length.ShouldBe(1);
            (await browser.GetAsync($"{list}size=50&page=2")).Page.QuerySelectorAll(".tg-list__who > a").Length.ShouldBe(1);
        }
    }
}
